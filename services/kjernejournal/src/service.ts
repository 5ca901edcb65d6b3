/** Kjernejournal: what it hears and says, and how a fact about a person reaches their journal. */
import { requireSynthetic } from '@budstikka/meldinger'
import { type Effect, type Incoming, kjernejournalTjeneste, receipt, type ServiceDefinition } from '@budstikka/service'
import { factsOf } from './facts.ts'
import type { Records } from './records.ts'
import { withFact } from './state.ts'

export const manifest = {
  name: 'kjernejournal',
  description: 'The core record of every person: medicines, critical information, and who has looked',
  hears: { tjenester: [kjernejournalTjeneste], events: ['hendelse', 'klokke', 'dodsfall', 'personvern'] },
  /** Beside its answers: a notice to who wants to be told of look-ups. */
  says: ['varsel']
} as const

/**
 * Journals are kept for years, and a look-up changes them too, so they stand in tables of their own and not in the chassis'
 * states; what is written here is a part of the chassis' transaction.
 */
export function kjernejournal(records: Records, nameOf: (herId: string) => string | undefined, ticketMs: number) {
  return {
    ...manifest,
    initial: {},
    keyOf: () => undefined,
    handle(_state, incoming, { now }): readonly Effect<object>[] {
      if (incoming.type === 'event' && incoming.name === 'klokke') records.strike(now, ticketMs)
      const refusal = refusalOf(incoming)
      if (refusal !== undefined) return [receipt(refusal)]
      for (const { fodselsnummer, fact } of factsOf(incoming, now, nameOf)) {
        const before = records.journalOf(fodselsnummer)
        const after = withFact(before, fodselsnummer, fact)
        if (after !== before) records.save(fodselsnummer, after)
      }
      return incoming.type === 'melding' ? [receipt()] : []
    }
  } satisfies ServiceDefinition<object>
}

const refusalOf = (incoming: Incoming) =>
  incoming.type === 'melding' ? requireSynthetic(incoming.melding.envelope.patient) : undefined
