/** EPJ: the journal systems of hospitals, general practitioners and every other party that no other service plays. */
import type { Person } from '@budstikka/landscape'
import type { ServiceDefinition } from '@budstikka/service'
import { handle } from './handle.ts'
import { initial, keyOf, type State } from './state.ts'
import { tjenester } from './tjenester.ts'

/** Events that it says. */
export const says = ['dodsfall', 'kommune-varslet', 'kvittering-mangler', 'melding-avvist'] as const

/** `person` knows everybody of the landscape by number. */
export function epj(person: (id: string) => Person): ServiceDefinition<State> {
  return {
    name: 'epj',
    description: 'The journal systems of hospitals, general practitioners and others',
    hears: { tjenester, events: ['hendelse'] },
    initial,
    keyOf,
    handle: (state, incoming, context) => handle(state, incoming, { ...context, person, tjenester })
  }
}
