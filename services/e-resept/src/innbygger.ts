/** What citizens see of their medicines, through Helsenorge: what they were dispensed in three years, and what they can get. */
import { type Pasient, legemidlerMs } from './pasient.ts'
import { left, type Resept } from './resept.ts'
import { shown } from './shown.ts'

/** Whether somebody may see another's: as a parent of a child under 16 (list 7611 FO), or by power of attorney (FU). */
export type Representasjon = 'selv' | 'FO' | 'FU'

export type Kjent = {
  /** Whole years. */
  ageOf(id: string): number
  foreldreOf(barn: string): readonly string[]
  /** Whether a power of attorney from one to another holds. */
  harFullmakt(giver: string, mottaker: string): boolean
}

/** By what right; undefined where there is none. */
export function representasjonFor(innlogget: string, gjelder: string, kjent: Kjent): Representasjon | undefined {
  if (innlogget === gjelder) return 'selv'
  if (kjent.ageOf(gjelder) < 16) return kjent.foreldreOf(gjelder).includes(innlogget) ? 'FO' : undefined
  return kjent.harFullmakt(gjelder, innlogget) ? 'FU' : undefined
}

/** Newest first. */
export const legemidlerOf = ({ utleveringer }: Pasient, now: number) =>
  utleveringer
    .filter(({ at }) => at > now - legemidlerMs && at <= now)
    .map(({ reseptId, navnFormStyrke, at }) => ({ reseptId, navnFormStyrke, utlevert: dateOf(at) }))
    .toReversed()

/** With the date of the list, since it changes. What is reserved from guardians, a parent does not see. */
export const reseptlisteOf = (resepter: readonly Resept[], by: Representasjon, now: number) => ({
  dato: dateOf(now),
  resepter: shown(resepter, { isForAll: false, refNumre: [] }, now)
    .filter(({ details }) => by !== 'FO' || !details.isVergeinnsynReservert)
    .map((one) => ({
      reseptId: one.id,
      navnFormStyrke: one.details.navnFormStyrke ?? '',
      rekvirent: one.rekvirent.navn,
      forskrevet: one.details.forskrivningsdato,
      /** The last day. */
      gyldigTil: dateOf(one.utloper - 1),
      /** Packages, or dispensings where no number of packages is prescribed. */
      igjen: left(one),
      status: one.status
    }))
})

/** By the calendar in Greenwich. */
const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)
