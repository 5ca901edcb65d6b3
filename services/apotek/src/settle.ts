/** M22 and M23: a pharmacy is told what was granted of its claim, and that it is paid. */
import { contentOf, type Melding, oereOf, type Refusal, refuse } from '@budstikka/meldinger'
import { type Effect, receipt } from '@budstikka/service'
import type { State } from '@budstikka/journal'
import type { Krav } from './krav.ts'

/** Undefined for what is about something else. */
export function settle({ payload }: Melding, krav: Krav, now: number): readonly Effect<State>[] | undefined {
  switch (payload.format) {
    case 'M22': {
      const read = contentOf(payload, 'M22')
      if (read.type !== 'content') return [receipt(unreadable())]
      const { OppgjorsNr, Regning } = read.content
      if (!krav.isClaimed(OppgjorsNr)) return [receipt(unknown())]
      const granted = Regning.reduce((sum, { Godkjent }) => sum + oereOf(Godkjent), 0)
      krav.grant(OppgjorsNr, granted, now)
      return [receipt()]
    }
    case 'M23': {
      const read = contentOf(payload, 'M23')
      if (read.type !== 'content') return [receipt(unreadable())]
      const { Oppgjor } = read.content
      if (Oppgjor.some(({ OppgjorsNr }) => !krav.isClaimed(OppgjorsNr))) return [receipt(unknown())]
      for (const { OppgjorsNr, Godkjent } of Oppgjor) krav.pay(OppgjorsNr, oereOf(Godkjent), now)
      return [receipt()]
    }
    default:
      return undefined
  }
}

const unreadable = (): Refusal => refuse('T02', 'HITS 1168 §6.2')
/** No list has a code for it. */
const unknown = (): Refusal => refuse('X99', 'e-resept (M22, M23)', 'Oppgjørsnummeret er ukjent')
