/** Apotek: the pharmacies, who ask Reseptformidleren for what a patient has, take it in hand, report what they dispense, and claim refunds. */
import { journalService, type State } from '@budstikka/journal'
import type { Person } from '@budstikka/landscape'
import type { ServiceDefinition } from '@budstikka/service'
import type { Anmodninger } from './anmodninger.ts'
import { act } from './handle.ts'
import type { Krav } from './krav.ts'
import { settle } from './settle.ts'

export const name = 'apotek'

/** Pharmacies (list 8664): Forskrivning, Nettapotek, E-dose-mottak and Reseptmottak. */
export const tjenester = ['8664-FR', '8664-NA', '8664-PM', '8664-PR'] as const

/** `person` knows everybody of the landscape by number. */
export function apotek(person: (id: string) => Person, krav: Krav, anmodninger: Anmodninger): ServiceDefinition<State> {
  const journal = journalService({ name, description: 'The pharmacies', tjenester, person })
  return {
    ...journal,
    hears: { tjenester, events: ['hendelse', 'klokke'] },
    handle(state, incoming, context) {
      if (incoming.type === 'event' && incoming.name === 'klokke') {
        krav.forgetBefore(context.now)
        anmodninger.forgetBefore(context.now)
      }
      if (incoming.type === 'melding') anmodninger.hear(incoming.melding, context.now)
      if (incoming.type === 'event') return act(incoming, { ...context, tjenester, person, krav })
      if (incoming.type === 'receipt' && incoming.appRec.status === '2')
        krav.refuse(incoming.original.msgId, context.now)
      const settled = incoming.type === 'melding' ? settle(incoming.melding, krav, context.now) : undefined
      return settled ?? journal.handle(state, incoming, context)
    }
  }
}
