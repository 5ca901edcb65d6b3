/** Registre: the national registers that receive, and answer what they are asked: SYSVAK, and causes of death. */
import type { ServiceDefinition } from '@budstikka/service'
import { type Deaths, hear } from './hear.ts'
import type { Register } from './register.ts'

/** SYSVAK (list 8659). */
export const tjenester = ['8659-7'] as const

export const manifest = {
  name: 'registre',
  description: 'National registers that receive and answer: SYSVAK, Dødsårsaksregisteret',
  hears: { tjenester, events: ['klokke', 'dodsfall'] },
  says: ['kvittering-mangler', 'melding-avvist']
} as const

/** Registers are kept for good, so they stand in tables of their own, written in the chassis' transaction. */
export function registre(registers: readonly Register[], deaths: Deaths): ServiceDefinition<object> {
  return {
    ...manifest,
    initial: {},
    keyOf: () => undefined,
    handle: (_state, incoming, context) => hear(registers, deaths, incoming, context)
  }
}
