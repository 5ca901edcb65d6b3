/** What citizens see of their medicines, through Helsenorge: what they were dispensed in three years, and what they can get. */
import { dayOf } from '@budstikka/meldinger'
import type { Representasjon } from '@budstikka/service'
import { type Pasient, legemidlerMs } from './pasient.ts'
import { left, type Resept } from './resept.ts'
import { shown } from './shown.ts'

/** Newest first. */
export const legemidlerOf = ({ utleveringer }: Pasient, now: number) =>
  utleveringer
    .filter(({ at }) => at > now - legemidlerMs && at <= now)
    .map(({ reseptId, navnFormStyrke, at }) => ({ reseptId, navnFormStyrke, utlevert: dayOf(at) }))
    .toReversed()

/** With the date of the list, since it changes. What is reserved from guardians, a parent does not see. */
export const reseptlisteOf = (resepter: readonly Resept[], by: Representasjon, now: number) => ({
  dato: dayOf(now),
  resepter: shown(resepter, { isForAll: false, refNumre: [] }, now)
    .filter(({ details }) => by !== 'FO' || !details.isVergeinnsynReservert)
    .map((one) => ({
      reseptId: one.id,
      navnFormStyrke: one.details.navnFormStyrke ?? '',
      rekvirent: one.rekvirent.navn,
      forskrevet: one.details.forskrivningsdato,
      /** The last day. */
      gyldigTil: dayOf(one.utloper - 1),
      /** Packages, or dispensings where no number of packages is prescribed. */
      igjen: left(one),
      status: one.status
    }))
})

/** By the calendar in Greenwich. */
