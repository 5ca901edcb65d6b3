/** Durable consumption: one pull consumer a durable, settled in order, that goes on where it stopped. */
import { AckPolicy, DeliverPolicy, JetStreamApiError, type JetStreamManager } from '@nats-io/jetstream'
import { nanos, type NatsConnection } from '@nats-io/transport-node'
import { type Batch, batchMaxDefault, type ConsumerOptions } from '../bus.ts'
import { RefusedError } from '../errors.ts'
import { withPacks } from './pack.ts'
import { type Arrival, type Placement, type ReaderOptions, readPulled } from './pull-reader.ts'
import { unpacker } from './unpack.ts'

export type Connected = {
  readonly connection: NatsConnection
  readonly manager: JetStreamManager
  readonly inboxPrefix: string
  /** The server can put a consumer back to its ack floor (2.14 and newer). */
  readonly canReset: boolean
  onReconnect(listener: () => void): () => void
}

const ackPendingMax = 65_536
// A server that can put a consumer back to its ack floor (2.14) does so at every start, and the wait matters to
// nobody; an older one delivers again what a crash left unsettled only after the wait, and until then nothing may be
// read (AckPolicy.All would acknowledge the missing ones with the next). A batch that takes longer is delivered again
// and dropped as already in hand.
const ackWaitMs = 300_000
const ackWaitWithoutResetMs = 5_000
const consumerNotFound = 10014

/**
 * settle() is a plain ack: the server writes it down later and forgets even a confirmed one when it is killed at once, and
 * what comes again is known to the inbox.
 */
export async function* consumeDurable(
  connected: Connected,
  options: ConsumerOptions,
  signal: AbortSignal
): AsyncGenerator<Batch> {
  const { connection, inboxPrefix, onReconnect } = connected
  const { stream, batchMax = batchMaxDefault } = options
  let settled = 0
  const reader: ReaderOptions = {
    connection,
    inboxPrefix,
    stream,
    batchMax,
    onReconnect,
    onRepeated: ({ message }) => acknowledge(connection, message.reply),
    place: () => placeDurable(connected, options, settled)
  }
  const unpack = unpacker(options.subjects)
  for await (const arrivals of readPulled(reader, signal))
    yield { messages: unpack(arrivals), settle: settling(arrivals) }

  /** Keeps nothing of what came but where to say so: a batch waits long to be settled, and its bodies are large. */
  function settling(arrivals: readonly Arrival[]) {
    const { message, delivery } = arrivals.at(-1) ?? {}
    const [reply, position] = [message?.reply, delivery?.position ?? 0]
    return async () => {
      settled = Math.max(settled, position)
      acknowledge(connection, reply)
    }
  }
}

/** Lost with the connection it is lost for good; the messages come again. */
function acknowledge(connection: NatsConnection, reply: string | undefined) {
  if (reply !== undefined && !connection.isClosed()) connection.publish(reply, '+ACK')
}

/** `settled`: what this process knows to be settled; the server's memory of it may have been lost. */
async function placeDurable(connected: Connected, options: ConsumerOptions, settled: number): Promise<Placement> {
  const { manager, canReset } = connected
  const { stream, durable } = options
  await ensureDurable(connected, options, settled)
  const info = canReset ? await manager.consumers.reset(stream, durable) : await manager.consumers.info(stream, durable)
  return {
    consumer: durable,
    nextDelivery: info.delivered.consumer_seq + 1,
    floor: info.ack_floor.stream_seq,
    after: settled,
    unsettled: info.num_ack_pending,
    delivered: info.delivered.stream_seq
  }
}

async function ensureDurable({ manager, canReset }: Connected, options: ConsumerOptions, settled: number) {
  const { stream, durable, subjects, headersOnly = false } = options
  const filters = withPacks(subjects)
  const wanted = {
    filter_subjects: filters,
    ack_wait: nanos(canReset ? ackWaitMs : ackWaitWithoutResetMs),
    max_ack_pending: ackPendingMax,
    headers_only: headersOnly
  }
  const existing = await manager.consumers.info(stream, durable).catch((error: unknown) => {
    if (error instanceof JetStreamApiError && error.code === consumerNotFound) return undefined
    throw error
  })
  if (existing === undefined) {
    // When it was deleted under us it begins where we are; otherwise with everything that stands.
    const start =
      settled > 0
        ? { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: settled + 1 }
        : { deliver_policy: DeliverPolicy.All }
    await manager.consumers.add(stream, { durable_name: durable, ack_policy: AckPolicy.All, ...wanted, ...start })
    return
  }
  const { config } = existing
  if (config.ack_policy !== AckPolicy.All)
    throw new RefusedError(
      `consumer ${durable} has ack policy ${config.ack_policy}, expected all: it must be made anew`
    )
  const subjectsNow = config.filter_subjects ?? (config.filter_subject === undefined ? [] : [config.filter_subject])
  if (
    subjectsNow.join() !== filters.join() ||
    config.ack_wait !== wanted.ack_wait ||
    config.max_ack_pending !== wanted.max_ack_pending ||
    (config.headers_only ?? false) !== headersOnly
  )
    await manager.consumers.update(stream, durable, wanted)
}
