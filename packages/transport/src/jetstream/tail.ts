/** Reads a stream from a position on and settles nothing: a consumer that the server forgets when we are gone. */
import { AckPolicy, type ConsumerConfig, DeliverPolicy } from '@nats-io/jetstream'
import { nanos, nuid } from '@nats-io/transport-node'
import type { InMessage, StreamName } from '../bus.ts'
import type { Connected } from './consume.ts'
import { withPacks } from './pack.ts'
import { type Arrival, type Placement, readPulled } from './pull-reader.ts'
import { unpacker } from './unpack.ts'

const batchMax = 256
const forgottenAfterMs = 60_000

/** Everything from `from` on (1 = first), as it stands and as it comes. Ends when `signal` is aborted. */
export async function* tailStream(
  connected: Connected,
  stream: StreamName,
  subjects: readonly string[],
  from: number | 'new',
  signal: AbortSignal
): AsyncGenerator<InMessage> {
  const start = from === 'new' ? (await connected.manager.streams.info(stream)).state.last_seq + 1 : Math.max(1, from)
  const first = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: start }
  const unpack = unpacker(subjects)
  for await (const arrivals of readFrom(connected, stream, withPacks(subjects), first, signal)) yield* unpack(arrivals)
}

/** `first`: where the first consumer begins; one made after a loss begins behind the last message that came. */
export async function* readFrom(
  connected: Connected,
  stream: StreamName | `KV_${string}`,
  subjects: readonly string[],
  first: Partial<ConsumerConfig>,
  signal: AbortSignal,
  onPlaced?: (pending: number) => void
): AsyncGenerator<readonly Arrival[]> {
  const { manager, connection, inboxPrefix, onReconnect } = connected
  let last = 0
  let consumer: string | undefined
  async function place(): Promise<Placement> {
    if (consumer !== undefined) await manager.consumers.delete(stream, consumer).catch(() => undefined)
    consumer = `tail-${nuid.next()}`
    const info = await manager.consumers.add(stream, {
      name: consumer,
      ack_policy: AckPolicy.None,
      filter_subjects: [...subjects],
      inactive_threshold: nanos(forgottenAfterMs),
      mem_storage: true,
      num_replicas: 1,
      ...(last === 0 ? first : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: last + 1 })
    })
    onPlaced?.(info.num_pending)
    return { consumer, nextDelivery: 1, floor: last, after: last, unsettled: 0, delivered: 0 }
  }
  try {
    for await (const arrivals of readPulled(
      { connection, inboxPrefix, stream, batchMax, onReconnect, place },
      signal
    )) {
      last = arrivals.at(-1)?.delivery.position ?? last
      yield arrivals
    }
  } finally {
    if (consumer !== undefined && !connection.isClosed())
      await manager.consumers.delete(stream, consumer).catch(() => undefined)
  }
}
