/** What is counted of prescriptions and dispensings, for the shares that are published. */
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { landscape, m1, m10, m93, openReseptformidler, parties, setup } from './handle.examples.ts'
import { now } from './resept.examples.ts'
import { eresept } from './service.ts'
import { openMemory } from './state.ts'
import { counting, openTall } from './tall.ts'

test('what is taken over counts once, by who wrote it and how; what is refused and given back does not', () => {
  const store = openMemoryStore()
  const tall = openTall(store)
  const memory = openMemory(store, { retentionMs: 1 })
  const { handle, initial } = counting(eresept(memory, setup), tall)
  const rf = openReseptformidler()
  const hear = (melding: ReturnType<typeof m1>) => {
    rf.hear(melding)
    handle(
      initial,
      { type: 'melding', melding, to: parties.reseptformidler, role: 'PRIM' },
      { now, register: landscape }
    )
  }
  const written = m1('a')
  for (const melding of [written, m1('b', { from: parties.sykehus }), m1('c'), written]) hear(melding)
  // Without a download it is refused.
  hear(m10('not in hand', 'c'))
  hear(m10('paper', 'p', { detail: 'papir' }))
  const state = memory.of({ type: 'melding', melding: written, to: '', role: 'PRIM' })
  const nedlasting = { utleverer: parties.apotek, m93: m93('x', 'y').envelope.msgId, conversation: '' }
  if (state.resept !== undefined) memory.save({ ...state, resept: { ...state.resept, status: 'U', nedlasting } }, now)
  hear(m10('b', 'a'))
  const counted = tall.counters.flatMap(({ name, labels: [label = ''], collect }) =>
    collect().map(({ labels, value }) => [name, labels[label], value])
  )
  expect(counted).toEqual([
    ['budstikka_resepter_total', '103', 2],
    ['budstikka_resepter_total', '101', 1],
    ['budstikka_utleveringer_total', 'papir', 1],
    ['budstikka_utleveringer_total', 'elektronisk', 1]
  ])
})
