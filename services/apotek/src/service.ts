/** Apotek: the pharmacies, who ask Reseptformidleren for what a patient has, take it in hand, and report what they dispense. */
import { journalService, type State } from '@budstikka/journal'
import type { Person } from '@budstikka/landscape'
import type { ServiceDefinition } from '@budstikka/service'
import { act } from './handle.ts'

export const name = 'apotek'

/** Pharmacies (list 8664): Forskrivning, Nettapotek, E-dose-mottak and Reseptmottak. */
export const tjenester = ['8664-FR', '8664-NA', '8664-PM', '8664-PR'] as const

/** `person` knows everybody of the landscape by number. */
export function apotek(person: (id: string) => Person): ServiceDefinition<State> {
  const journal = journalService({ name, description: 'The pharmacies', tjenester, person })
  return {
    ...journal,
    handle: (state, incoming, context) =>
      incoming.type === 'event'
        ? act(incoming, { ...context, tjenester, person })
        : journal.handle(state, incoming, context)
  }
}
