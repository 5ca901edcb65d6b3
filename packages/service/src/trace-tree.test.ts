/** One trace per melding: from its sender over the exchange to each receiver, and back with the AppRec. */
import { addressOf } from '@budstikka/meldinger'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.harness.ts'
import { casework, exampleRegister, sender, taker } from './serve.examples.ts'
import { everythingOn, happening, startProcess, until } from './serve.harness.ts'
import { headerNames } from './subjects.ts'
import { startTracing } from './tracing.ts'

const template = 'melding.{tjeneste}.{to}.{from}.{type}.{part}'

/** Sends the meldinger of a happening from one service to the other, and answers the spans and what stood on the wire. */
async function traced(meldinger: Parameters<typeof happening>[1], receiptsDue: number) {
  await using receiver = await startOtlpReceiver()
  const exchange = memoryExchange()
  const bus = exchange.connect('test')
  const store = openMemoryStore()
  const config = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }
  const register = exampleRegister()
  {
    await using ofSender = await startTracing('sender', config)
    await using ofTaker = await startTracing('taker', config)
    const processes = [
      startProcess(sender, { bus: exchange.connect('sender'), store, register, tracing: ofSender }),
      startProcess(taker, { bus: exchange.connect('taker'), store: openMemoryStore(), register, tracing: ofTaker })
    ]
    await bus.publish([happening('1', meldinger)])
    const receipts = () => JSON.parse(store.table('state').get('all') ?? '{}').receipts ?? []
    await until(() => receipts().length === receiptsDue)
    await Promise.all(processes.map((each) => each.stop()))
  }
  return { spans: receiver.spans, wire: await everythingOn(bus, 'MELDINGER') }
}

type Tree = readonly [string, ...Tree[]]

/** Service, operation and type of a melding, and below it what followed; in order of the words. */
function treesOf(spans: readonly ReceivedSpan[], parent?: string): Tree[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .map((span): Tree => [wordsOf(span), ...treesOf(spans, span.spanId)])
    .toSorted((one, other) => one[0].localeCompare(other[0]))
}

const wordsOf = ({ service, attributes }: ReceivedSpan) => {
  const [, , to, , type] = (attributes['messaging.destination.name'] ?? '').split('.')
  return `${service}: ${attributes['messaging.operation.name']} ${type} to ${to}`
}

test('a melding, its way to the receiver and the AppRec back are one trace', async () => {
  const { spans } = await traced([{ id: 'a' }], 1)
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
  const { spans } = await traced([{ id: 'a', changes: { copies } }], 2)
  const branch = (to: string): Tree => [
    `taker: process LOG_INNLAGT to ${to}`,
    ['taker: publish APPREC to 1001', ['sender: process APPREC to 1001']]
  ]
  expect(treesOf(spans)).toEqual([['sender: publish LOG_INNLAGT to 2002', branch('2002'), branch('2003')]])
})

test('two meldinger are two traces', async () => {
  const { spans } = await traced([{ id: 'a' }, { id: 'b' }], 2)
  expect([new Set(spans.map(({ traceId }) => traceId)).size, spans.length]).toEqual([2, 8])
})

test('the header of each message names the span that published it (W3C Trace Context)', async () => {
  const { spans, wire } = await traced([{ id: 'a' }], 1)
  const published = spans.filter(({ kind }) => kind === 4).map(({ traceId, spanId }) => `00-${traceId}-${spanId}-01`)
  expect(new Set(published)).toEqual(new Set(wire.map((message) => message.header(headerNames.traceparent))))
})

test('a span says what the messaging conventions ask for, and nothing of the patient', async () => {
  const { spans, wire } = await traced([{ id: 'a' }], 1)
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
