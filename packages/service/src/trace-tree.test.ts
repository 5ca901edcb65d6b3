/** One trace per melding: from its sender over the exchange to each receiver, and back with the AppRec. */
import { addressOf } from '@budstikka/meldinger'
import { memoryExchange } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { casework } from './serve.examples.ts'
import { headerNames } from './subjects.ts'
import { traced, type Tree, treesOf } from './trace-tree.harness.ts'

const template = 'melding.{tjeneste}.{to}.{from}.{type}.{part}'
const tracedInMemory = (meldinger: Parameters<typeof traced>[1], receiptsDue: number) => {
  const exchange = memoryExchange()
  return traced((name) => exchange.connect(name), meldinger, receiptsDue)
}

test('a melding, its way to the receiver and the AppRec back are one trace', async () => {
  const { spans } = await tracedInMemory([{ id: 'a' }], 1)
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
  expect(treesOf(spans)).toEqual([
    [
      'sender: publish LOG_INNLAGT to 2002',
      ['taker: process LOG_INNLAGT to 2002', ['taker: publish APPREC to 1001', ['sender: process APPREC to 1001']]]
    ]
  ])
})

test('a melding with a copy is published once, and each receiver has a branch with its own AppRec', async () => {
  const copies = [{ ...addressOf(casework), role: 'COP' }]
  const { spans } = await tracedInMemory([{ id: 'a', changes: { copies } }], 2)
  const branch = (to: string): Tree => [
    `taker: process LOG_INNLAGT to ${to}`,
    ['taker: publish APPREC to 1001', ['sender: process APPREC to 1001']]
  ]
  expect(treesOf(spans)).toEqual([['sender: publish LOG_INNLAGT to 2002', branch('2002'), branch('2003')]])
})

test('two meldinger are two traces', async () => {
  const { spans } = await tracedInMemory([{ id: 'a' }, { id: 'b' }], 2)
  expect([new Set(spans.map(({ traceId }) => traceId)).size, spans.length]).toEqual([2, 8])
})

test('the header of each message names the span that published it (W3C Trace Context)', async () => {
  const { spans, wire } = await tracedInMemory([{ id: 'a' }], 1)
  const published = spans.filter(({ kind }) => kind === 4).map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`)
  expect(new Set(published)).toEqual(new Set(wire.map((message) => message.header(headerNames.traceparent))))
})

test('a span says what the messaging conventions ask for, and nothing of the patient', async () => {
  const { spans, wire } = await tracedInMemory([{ id: 'a' }], 1)
  const processed = spans.find(({ service, kind }) => service === 'taker' && kind === 5)
  expect([processed?.name, processed?.attributes]).toEqual([
    `process ${template}`,
    {
      'messaging.system': 'nats',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.destination.name': wire[0]?.subject,
      'messaging.destination.template': template,
      'messaging.message.id': wire[0]?.id
    }
  ])
  expect(JSON.stringify(spans)).not.toContain('Fjell')
})
