/** Which of a patient's prescriptions are shown to who asks, a pharmacy (M9.2) or a prescriber (M9.6, M9.12). */
import { type ContentOf, identifyPersonNumber } from '@budstikka/meldinger'
import { isRefNr } from './refnr.ts'
import { isForeldet, type Resept } from './resept.ts'

export type Wish = {
  /** The recalled and the closed as well (AlleResepter). */
  readonly isForAll: boolean
  readonly refNumre: readonly string[]
}

/** Open ones and those in hand (ERDOK). A locked one is found by its reference number alone: our choice, as is its name. */
export const shown = (liste: readonly Resept[], { isForAll, refNumre }: Wish, now: number): readonly Resept[] =>
  liste.filter(
    (one) =>
      (isForAll || one.status === 'E' || one.status === 'U') &&
      !isForeldet(one, now) &&
      (!one.isLocked || (one.refNr !== undefined && refNumre.includes(one.refNr)))
  )

/** Why nothing is found (list 7407). */
export function whyNothing({ Fnr, RefNr = [] }: Pick<ContentOf<'M9.5'>, 'Fnr' | 'RefNr'>) {
  if (Fnr !== undefined) return identifyPersonNumber(Fnr) === undefined ? '2' : '4'
  return RefNr.every(isRefNr) ? '4' : '1'
}
