/** EPJ: the journal systems of hospitals, general practitioners and every other party that no other service plays. */
import { journalService, type State } from '@budstikka/journal'
import type { Person } from '@budstikka/landscape'
import type { ServiceDefinition } from '@budstikka/service'
import { refNumreIn, withRefNr } from './refnr.ts'
import { tjenester } from './tjenester.ts'

/** `person` knows everybody of the landscape by number. */
export function epj(person: (id: string) => Person): ServiceDefinition<State> {
  const journal = journalService({
    name: 'epj',
    description: 'The journal systems of hospitals, general practitioners and others',
    tjenester,
    person
  })
  return {
    ...journal,
    handle(state, incoming, context) {
      const effects = journal.handle(state, incoming, context)
      const refNumre = incoming.type === 'event' ? refNumreIn(incoming.data) : {}
      if (Object.keys(refNumre).length === 0) return effects
      return effects.map((effect) =>
        effect.type === 'send' ? { ...effect, melding: withRefNr(effect.melding, refNumre) } : effect
      )
    }
  }
}
