/** EPJ: the journal systems of hospitals, general practitioners and every other party that no other service plays. */
import { journalService, type State } from '@budstikka/journal'
import type { Person } from '@budstikka/landscape'
import type { ServiceDefinition } from '@budstikka/service'
import { svarIn, withSvar } from './svar.ts'
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
      const svar = incoming.type === 'event' ? svarIn(incoming.data) : {}
      if (Object.keys(svar).length === 0) return effects
      return effects.map((effect) =>
        effect.type === 'send'
          ? { ...effect, melding: withSvar(effect.melding, svar[effect.melding.envelope.msgId] ?? {}) }
          : effect
      )
    }
  }
}
