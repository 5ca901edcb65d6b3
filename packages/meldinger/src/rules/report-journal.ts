/** E35: a report about somebody who has, and shall have, no journal at the receiver (HITS 1168 §6.2). */
import type { Envelope } from '../melding.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from './refuse.ts'

/** E35 is for epikrise and svarrapport alone. */
const isReport = /^(EPIKRISE|FODSELS_EPIKRISE|SVAR_[A-Z]+)$/

export const withoutJournal = {
  code: 'E35',
  text: 'Pasienten har ingen journal her',
  source: 'HITS 1168 §6.2',
  isBroken: (envelope: Envelope, hasJournal: (envelope: Envelope) => boolean) =>
    isReport.test(envelope.type) && !hasJournal(envelope)
} as const

/** For a receiver that knows its patients only when it decides. */
export function requireJournal(envelope: Envelope, hasJournal: (envelope: Envelope) => boolean): Refusal | undefined {
  const { code, source, text, isBroken } = withoutJournal
  return isBroken(envelope, hasJournal) ? refuse(code, source, text) : undefined
}
