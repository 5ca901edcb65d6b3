/** Meldinger sent from one traced service to another over an exchange, and the trees of the spans that their collector got. */
import { type Bus, openMemoryStore } from '@budstikka/transport'
import { vi } from 'vitest'
import { type ReceivedSpan, startOtlpReceiver } from './otlp-receiver.harness.ts'
import { exampleRegister, sender, taker } from './serve.examples.ts'
import { everythingOn, happening, startProcess } from './serve.harness.ts'
import { startTracing } from './tracing.ts'

/** `connect`: each service has a connection of its own. Answers the spans and what stood on the wire. */
export async function traced(
  connect: (name: string) => Promise<Bus> | Bus,
  meldinger: Parameters<typeof happening>[1],
  receiptsDue: number
) {
  await using receiver = await startOtlpReceiver()
  await using bus = await connect('test')
  const store = openMemoryStore()
  const config = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }
  const register = exampleRegister()
  {
    await using ofSender = await startTracing('sender', config)
    await using ofTaker = await startTracing('taker', config)
    const takers = { store: openMemoryStore(), register, tracing: ofTaker }
    const processes = [
      startProcess(sender, { bus: await connect('sender'), store, register, tracing: ofSender }),
      startProcess(taker, { bus: await connect('taker'), ...takers })
    ]
    await bus.publish([happening('1', meldinger)])
    const receipts = () => JSON.parse(store.table('state').get('all') ?? '{}').receipts ?? []
    await vi.waitUntil(() => receipts().length === receiptsDue, { timeout: 20_000, interval: 5 })
    await Promise.all(processes.map((each) => each.stop()))
  }
  return { spans: receiver.spans, wire: await everythingOn(bus, 'MELDINGER') }
}

export type Tree = readonly [string, ...Tree[]]

/** Service, operation and type of a melding, and below it what followed; in order of the words. */
export function treesOf(spans: readonly ReceivedSpan[], parent?: string): Tree[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .map((span): Tree => [wordsOf(span), ...treesOf(spans, span.spanId)])
    .toSorted((one, other) => one[0].localeCompare(other[0]))
}

const wordsOf = ({ service, attributes }: ReceivedSpan) => {
  const [, , to, , type] = (attributes['messaging.destination.name'] ?? '').split('.')
  return `${service}: ${attributes['messaging.operation.name']} ${type} to ${to}`
}
