/** NAV's rule engine for sick notes: what is approved, what a case worker must look at, and what is rejected (navikt/syfosmregler). */
import type { Sykmelding } from '@budstikka/meldinger'
import type { Person } from '../sysvak/folkeregister.ts'
import type { Note } from './note.ts'
import { periodeRules } from './periode-rules.ts'
import { personRules } from './person-rules.ts'
import type { Sykefravaer } from './sykefravaer.ts'
import { tilbakedatering } from './tilbakedatering.ts'

export type Case = {
  readonly sykmelding: Sykmelding
  readonly note: Note
  readonly person: Person
  /** What was approved of the person before. */
  readonly earlier: Sykefravaer
  /** yyyy-mm-dd when it came. */
  readonly mottatt: string
}

/** `utfall` as NAV calls it; the sender of what is MANUAL_PROCESSING gets a positive AppRec. */
export type Hit = {
  readonly utfall: 'MANUAL_PROCESSING' | 'INVALID'
  readonly regel: string
  /** NAV's words for the sender. */
  readonly text: string
  /** The patient is told otherwise: NAV's usual words before the reason are left out. */
  readonly isWholeText?: true
}
export type EngineRule = Hit & { isBroken(asked: Case): boolean }

/**
 * In the order of NAV's, and the first hit is the outcome. Rules on the doctor (HPR 1402 to 1519, suspension) are not played: the numbers
 * of hospital doctors are nobody's. Nor are the dynamic questions of week 39.
 */
export function judgeNote(asked: Case): Hit | undefined {
  return [...personRules, ...periodeRules].find((rule) => rule.isBroken(asked)) ?? tilbakedatering(asked)
}
