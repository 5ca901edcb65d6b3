/** M22 and M23: a pharmacy is told what was granted of its claim, and that it is paid. */
import { contentOf, type Melding, type Refusal, refuse } from '@budstikka/meldinger'
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
      krav.grant(OppgjorsNr, sumOf(Regning.map(({ Godkjent }) => Godkjent)), now)
      return [receipt()]
    }
    case 'M23': {
      const read = contentOf(payload, 'M23')
      if (read.type !== 'content') return [receipt(unreadable())]
      const { Oppgjor } = read.content
      if (Oppgjor.some(({ OppgjorsNr }) => !krav.isClaimed(OppgjorsNr))) return [receipt(unknown())]
      for (const { OppgjorsNr, Godkjent } of Oppgjor) krav.pay(OppgjorsNr, sumOf([Godkjent]), now)
      return [receipt()]
    }
    default:
      return undefined
  }
}

const unreadable = (): Refusal => refuse('T02', 'HITS 1168 §6.2')
/** No list has a code for it. */
const unknown = (): Refusal => refuse('X99', 'e-resept (M22, M23)', 'Oppgjørsnummeret er ukjent')

type Amount = { readonly V?: string | undefined }
const sumOf = (amounts: readonly Amount[]) => amounts.reduce((sum, { V = '0' }) => sum + Math.round(Number(V) * 100), 0)
