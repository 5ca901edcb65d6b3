/** Makes a service of a journal system: all decide alike, and differ in whom they act for. */
import type { Person } from '@budstikka/landscape'
import type { ServiceDefinition } from '@budstikka/service'
import { handle } from './handle.ts'
import { initial, keyOf, type State } from './state.ts'

/** Events that a journal system says. */
export const says = ['dodsfall', 'kommune-varslet', 'kvittering-mangler', 'melding-avvist'] as const

export type JournalSystem = {
  readonly name: string
  readonly description: string
  /** Service types (lists 8658–8669) whose records it keeps. */
  readonly tjenester: readonly string[]
  /** Knows everybody of the landscape by number. */
  person(id: string): Person
}

export function journalService({ name, description, tjenester, person }: JournalSystem): ServiceDefinition<State> {
  return {
    name,
    description,
    hears: { tjenester, events: ['hendelse'] },
    initial,
    keyOf,
    handle: (state, incoming, context) => handle(state, incoming, { ...context, person, tjenester })
  }
}
