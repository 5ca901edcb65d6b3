/** Reseptformidleren: holds every prescription, hands it out to one who dispenses at a time, and tells those who are to know. */
import { type Memory, remembering, type ServiceDefinition } from '@budstikka/service'
import { handle, type Setup } from './handle.ts'
import { initial, type State } from './state.ts'

export const name = 'e-resept'

/** Reseptformidleren (list 8658). */
export const tjenester = ['8658-1'] as const

export const eresept = (memory: Memory<State>, setup: Setup): ServiceDefinition<State> =>
  remembering(
    {
      name,
      description: 'Reseptformidleren: every prescription, and who is told of its dispensing',
      hears: { tjenester, events: ['klokke', 'dodsfall', 'personvern', 'nytt-nummer'] },
      initial,
      handle: (state, incoming, context) => handle(state, incoming, { ...context, setup })
    },
    memory
  )
