/** Reads a pull consumer in order and without a gap, handing over what has arrived in batches. */
// The server counts deliveries; a number that is not the next one means that something was delivered and never came
// here (a lost connection, a missed heartbeat, a second reader). Then acknowledging the next message would
// acknowledge the lost one with it, so everything not yet handed over is thrown away and the reader places the
// consumer anew.
import { JetStreamApiError } from '@nats-io/jetstream'
import { createInbox, type Msg, type NatsConnection, type Subscription } from '@nats-io/transport-node'
import type { StreamName } from '../bus.ts'
import { RefusedError } from '../errors.ts'
import { countIn } from './pack.ts'
import { type Delivery, findHeader, headerText, readDelivery, sizeOf } from './in-message.ts'

/** Where the server will go on. */
export type Placement = {
  readonly consumer: string
  /** The number of the delivery that comes next. */
  readonly nextDelivery: number
  /** The server's ack floor: a position up to which nothing comes again. */
  readonly floor: number
  /** Everything up to this position is behind us, even where the server has forgotten it. */
  readonly after: number
  /** Messages delivered to somebody before and not acknowledged; they come first, up to `delivered`. */
  readonly unsettled: number
  readonly delivered: number
}

export type Arrival = { readonly message: Msg; readonly delivery: Delivery }

export type ReaderOptions = {
  readonly connection: NatsConnection
  readonly inboxPrefix: string
  readonly stream: StreamName | `KV_${string}`
  readonly batchMax: number
  /** Makes the consumer when it is missing and puts it where reading must go on. */
  place(): Promise<Placement>
  /** A message that is behind us was delivered again. */
  onRepeated?(arrival: Arrival): void
  onReconnect(listener: () => void): () => void
}

// The server says every so often that it is alive while a pull waits; missing two means that the pull is lost, as when
// the node that led the consumer is killed: nothing else tells so.
const heartbeatMs = 2_000
const pullExpiresMs = 30_000
const backOffMinMs = 50
const backOffMaxMs = 2_000
// What may lie here unread: above the largest message that a server takes (max_payload, 6 MB), or that would never come.
const pullBytesMax = 8 * 1024 * 1024
// Of what is asked for ahead, by the size of what came last: packs are a hundred times larger than what is alone.
const aheadBytes = 2 * 1024 * 1024
const usualBytes = 64 * 1024
/** Share of the newest message in what messages are taken to be. */
const newestShare = 1 / 8
const silenceMs = 2 * heartbeatMs + 1_000

/** Ends when `signal` is aborted. */
export async function* readPulled(options: ReaderOptions, signal: AbortSignal): AsyncGenerator<readonly Arrival[]> {
  const reader = createReader(options)
  const wake = () => reader.wake()
  signal.addEventListener('abort', wake, { once: true })
  const forget = options.onReconnect(() => reset(reader))
  // The connection keeps a service alive, not the watchdog: a reader that nobody finishes must not hold a command.
  const watchdog = setInterval(() => watch(reader), 1_000).unref()
  try {
    while (!signal.aborted) {
      if (!reader.isPlaced) await start(reader, signal)
      if (signal.aborted) return
      pullMore(reader)
      if (reader.arrived.length > 0) yield takeBatch(reader)
      else await reader.sleep()
    }
  } finally {
    clearInterval(watchdog)
    forget()
    signal.removeEventListener('abort', wake)
    reader.subscription?.unsubscribe()
  }
}

/** Whole packs, so that the last one may be more than is asked for. */
function takeBatch({ arrived, options }: Reader): readonly Arrival[] {
  let meldinger = 0
  let count = 0
  for (; count < arrived.length && meldinger < options.batchMax; count++)
    meldinger += countIn(arrived[count]?.message.subject ?? '')
  return arrived.splice(0, count)
}

type Reader = {
  readonly options: ReaderOptions
  arrived: Arrival[]
  subscription: Subscription | undefined
  isPlaced: boolean
  placement: Placement | undefined
  nextDelivery: number
  lastPosition: number
  unsettledLeft: number
  /** Asked for and not yet come. */
  asked: number
  /** Of a message, as the last ones were. */
  meanBytes: number
  lastSign: number
  backOffMs: number
  wake(): void
  sleep(): Promise<void>
}

function createReader(options: ReaderOptions): Reader {
  let wakeUp: (() => void) | undefined
  return {
    options,
    arrived: [],
    subscription: undefined,
    isPlaced: false,
    placement: undefined,
    nextDelivery: 0,
    lastPosition: 0,
    unsettledLeft: 0,
    asked: 0,
    meanBytes: usualBytes,
    lastSign: 0,
    backOffMs: backOffMinMs,
    wake() {
      wakeUp?.()
      wakeUp = undefined
    },
    sleep: () => new Promise((resolve) => (wakeUp = resolve))
  }
}

/** A new inbox each time: what is still under way to the old one reaches nobody. */
async function start(reader: Reader, signal: AbortSignal) {
  const { connection, inboxPrefix, place } = reader.options
  for (; !signal.aborted; await pause(reader)) {
    reader.subscription?.unsubscribe()
    reader.arrived = []
    reader.placement = undefined
    reader.isPlaced = true
    try {
      const placement = await place()
      // Lost again in the meantime.
      if (!reader.isPlaced) continue
      const inbox = createInbox(inboxPrefix)
      reader.subscription = connection.subscribe(inbox, {
        callback: (error, message) => (error === null ? take(reader, inbox, message) : reset(reader))
      })
      reader.placement = placement
      reader.nextDelivery = placement.nextDelivery
      reader.lastPosition = placement.floor
      reader.unsettledLeft = placement.unsettled
      reader.asked = 0
      reader.lastSign = Date.now()
      return
    } catch (error) {
      if (connection.isClosed() || error instanceof RefusedError || areFiltersWrong(error)) throw error
      reader.isPlaced = false
    }
  }
}

/** Duplicate, overlapping or empty filters: no second try makes them better. */
const areFiltersWrong = (error: unknown) =>
  error instanceof JetStreamApiError && [10136, 10138, 10139].includes(error.code)

/** Waits longer each time; a reconnect or an abort ends the wait. */
async function pause(reader: Reader) {
  const timer = setTimeout(() => reader.wake(), reader.backOffMs)
  reader.backOffMs = Math.min(2 * reader.backOffMs, backOffMaxMs)
  await reader.sleep()
  clearTimeout(timer)
}

function reset(reader: Reader) {
  reader.isPlaced = false
  reader.arrived = []
  reader.wake()
}

function take(reader: Reader, inbox: string, message: Msg) {
  const { placement } = reader
  if (!reader.isPlaced || placement === undefined) return
  reader.lastSign = Date.now()
  if (message.subject === inbox) return takeStatus(reader, message)
  const delivery = readDelivery(message.reply ?? '')
  if (delivery === undefined) return
  reader.asked = Math.max(0, reader.asked - 1)
  reader.meanBytes += (sizeOf(message) - reader.meanBytes) * newestShare
  if (delivery.deliverySeq !== reader.nextDelivery) return reset(reader)
  reader.nextDelivery++
  // Delivered again while we still work on it: it is in hand.
  if (delivery.position <= reader.lastPosition) return pullMore(reader)
  if (reader.unsettledLeft > 0) {
    if (delivery.position > placement.delivered) return reset(reader)
    reader.unsettledLeft--
  }
  reader.lastPosition = delivery.position
  reader.backOffMs = backOffMinMs
  if (delivery.position <= placement.after) {
    reader.options.onRepeated?.({ message, delivery })
    return pullMore(reader)
  }
  reader.arrived.push({ message, delivery })
  if (reader.arrived.length === 1) reader.wake()
}

function takeStatus(reader: Reader, message: Msg) {
  const text = headerText(message)
  const code = /^NATS\/1\.0 (\d+)/.exec(text)?.[1]
  if (code === '100') return
  // A pull has run out of time, with this many of it not delivered; everything else means that the pull is lost.
  const left = Number(findHeader(text, 'Nats-Pending-Messages') ?? Number.NaN)
  if ((code !== '408' && code !== '409') || Number.isNaN(left) || /deleted|leadership/i.test(text)) return stall(reader)
  reader.asked = Math.max(0, reader.asked - left)
  pullMore(reader)
}

/** No hurry: what made the server refuse needs a moment. */
function stall(reader: Reader) {
  reader.isPlaced = false
  reader.arrived = []
  setTimeout(() => reader.wake(), reader.backOffMs)
  reader.backOffMs = Math.min(2 * reader.backOffMs, backOffMaxMs)
}

function watch(reader: Reader) {
  if (reader.isPlaced && reader.asked > 0 && Date.now() - reader.lastSign > silenceMs) reset(reader)
}

/** Keeps one to two batches asked for, or what of them is not too large, so that the next is here when this one is done. */
function pullMore(reader: Reader) {
  const { connection, stream, batchMax } = reader.options
  const { placement, subscription } = reader
  const waiting = reader.asked + reader.arrived.length
  const most = Math.min(2 * batchMax, Math.max(2, Math.floor(aheadBytes / reader.meanBytes)))
  if (!reader.isPlaced || placement === undefined || subscription === undefined || waiting > most / 2) return
  const batch = most - waiting
  const pull = { batch, max_bytes: pullBytesMax, expires: pullExpiresMs * 1e6, idle_heartbeat: heartbeatMs * 1e6 }
  if (reader.asked === 0) reader.lastSign = Date.now()
  reader.asked += batch
  connection.publish(`$JS.API.CONSUMER.MSG.NEXT.${stream}.${placement.consumer}`, JSON.stringify(pull), {
    reply: subscription.getSubject()
  })
}
