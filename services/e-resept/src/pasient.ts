/** What Reseptformidleren remembers of one patient: prescriptions, dispensings of three years, and who is told of them. */
import type { NyttNummer } from '@budstikka/service'
import type { Multidose } from './multidose.ts'
import type { Resept, Utlevering } from './resept.ts'

export type Pasient = {
  /** ReseptIds, oldest first; one that has been deleted is dropped when the next comes. */
  readonly resepter: readonly string[]
  /** What the citizen sees, oldest first. */
  readonly utleveringer: readonly Legemiddel[]
  /** HER-id of the fastlege who has asked for M8 (M24.1). */
  readonly abonnent?: string
  /** Until when, in simulated time. */
  readonly abonnertTil?: number
  readonly multidose?: Multidose
  readonly isDod?: true
  /** Other prescribers may not see what has been prescribed (Pasientreservasjon of M9.6 and M9.8). */
  readonly isReservert?: true
  /** HPR numbers, nine digits, of prescribers whom the patient lets see nothing (7419: 358, 364). */
  readonly blokkerte?: readonly string[]
  /** MsgId of the last M25.1 or M25.2, which the next M25.1 follows. */
  readonly libSist?: string
  /** Numbers that the patient had before (AndreFnr of M9.6 and M9.12). */
  readonly andreFnr?: readonly string[]
  /** Whoever had this number has another (7419: 363). */
  readonly harNyIdentitet?: true
}

/** A dispensing as the citizen sees it. */
export type Legemiddel = {
  readonly reseptId: string
  /** MsgId of the M10. */
  readonly id: string
  readonly at: number
  readonly navnFormStyrke: string
}

export const initialPasient: Pasient = { resepter: [], utleveringer: [] }

/** The citizen sees dispensings of three years (Nasjonal e-helsemonitor). */
export const legemidlerMs = 3 * 365 * 24 * 60 * 60 * 1000

/** `standing`: which of the patient's prescriptions are still there. */
export function withResept(pasient: Pasient, id: string, standing: readonly string[]): Pasient {
  return { ...pasient, resepter: [...pasient.resepter.filter((one) => standing.includes(one)), id] }
}

export function withUtlevering(pasient: Pasient, { id: reseptId, details }: Resept, { id, at }: Utlevering): Pasient {
  const kept = pasient.utleveringer.filter((one) => one.at > at - legemidlerMs)
  const navnFormStyrke = details.navnFormStyrke ?? ''
  return { ...pasient, utleveringer: [...kept, { reseptId, id, at, navnFormStyrke }] }
}

/** An annulled dispensing did not happen. */
export const withoutUtlevering = (pasient: Pasient, id: string): Pasient => ({
  ...pasient,
  utleveringer: pasient.utleveringer.filter((one) => one.id !== id)
})

/** All that is known of who had the number `fra`, and of who has `til`: the same person. Whoever was blocked under either stays so. */
export function withFormer(
  { harNyIdentitet: _another, ...pasient }: Pasient,
  former: Pasient,
  { fra, til }: NyttNummer
): Pasient {
  const numbers = new Set([...(former.andreFnr ?? []), ...(pasient.andreFnr ?? []), fra])
  numbers.delete(til)
  return {
    ...former,
    ...pasient,
    resepter: [...former.resepter, ...pasient.resepter],
    utleveringer: [...former.utleveringer, ...pasient.utleveringer].toSorted((one, other) => one.at - other.at),
    ...(former.blokkerte &&
      pasient.blokkerte && { blokkerte: [...new Set([...former.blokkerte, ...pasient.blokkerte])] }),
    ...(former.multidose && pasient.multidose && { multidose: { ...former.multidose, ...pasient.multidose } }),
    andreFnr: [...numbers]
  }
}
