/** One connection to the exchange in memory. */
import {
  type Batch,
  batchMaxDefault,
  type Bus,
  type ConsumerOptions,
  type InMessage,
  type OutMessage,
  type StreamName
} from '../bus.ts'
import { RefusedError } from '../errors.ts'
import { checkOutMessage } from '../out-message.ts'
import { bucketOn } from './bucket.ts'
import type { Exchange, Served } from './exchange.ts'
import { answerQuestion } from './questions.ts'
import { turn } from './signal.ts'
import type { MemoryStream, Stored } from './stream.ts'
import { subjectFilter } from '../subject.ts'

export function memoryBus(exchange: Exchange): Bus {
  const closing = new AbortController()
  const pressure: ((isWaiting: boolean) => void)[] = []
  const served: Served[] = []
  const tell = (isWaiting: boolean) => {
    for (const listener of pressure) listener(isWaiting)
  }
  const until = (signal?: AbortSignal) => (signal ? AbortSignal.any([signal, closing.signal]) : closing.signal)
  return {
    publish: (messages, signal) => publishAll(exchange, messages, until(signal), tell),
    consume: (options, signal) => consumeDurable(exchange.streams[options.stream], options, until(signal)),
    tail: (stream, subjects, from, signal) => tailStream(exchange.streams[stream], subjects, from, until(signal)),
    ask: (subject, body, timeoutMs) => answerQuestion(exchange.served, subject, body, timeoutMs),
    async serve(info, endpoints) {
      for (const endpoint of endpoints) served.push({ info, endpoint, asked: 0 })
      for (const one of served) exchange.served.add(one)
    },
    bucket: (name) => Promise.resolve(bucketOn(exchange.bucket(name), closing.signal)),
    // In one process the connection is never lost.
    onConnection: () => undefined,
    onPressure: (listener) => void pressure.push(listener),
    trimSettled: (stream) => Promise.resolve(exchange.streams[stream].trim()),
    durables: (stream) => Promise.resolve([...exchange.streams[stream].durables.keys()]),
    standing: (stream) => Promise.resolve(exchange.streams[stream].standing()),
    remove: (stream, position) => Promise.resolve(exchange.streams[stream].remove(position)),
    async [Symbol.asyncDispose]() {
      for (const one of served) exchange.served.delete(one)
      closing.abort(new Error('the bus was closed'))
    }
  }
}

async function publishAll(
  { streams }: Exchange,
  messages: readonly OutMessage[],
  signal: AbortSignal,
  tell: (isWaiting: boolean) => void
) {
  for (const message of messages) checkOutMessage(message)
  // As on a wire, nobody hears of it before the publisher has let go.
  await turn()
  for (const message of messages) {
    signal.throwIfAborted()
    const stream = streams[streamOf(message.subject)]
    if (!stream.append(message)) await waitForRoom(stream, message, signal, tell)
  }
}

async function waitForRoom(
  stream: MemoryStream,
  message: OutMessage,
  signal: AbortSignal,
  tell: (isWaiting: boolean) => void
) {
  tell(true)
  try {
    do {
      await stream.room.wait(signal)
      signal.throwIfAborted()
    } while (!stream.append(message))
  } finally {
    tell(false)
  }
}

const streamBySpace: Readonly<Record<string, StreamName>> = { melding: 'MELDINGER', event: 'EVENTS', dead: 'DEAD' }

function streamOf(subject: string): StreamName {
  const stream = streamBySpace[subject.slice(0, Math.max(0, subject.indexOf('.')))]
  if (stream === undefined) throw new RefusedError('no stream takes the subject: expected melding., event. or dead.')
  return stream
}

/** Who begins anew, begins behind what is settled: everything after it comes again. */
async function* consumeDurable(
  stream: MemoryStream,
  { durable, subjects, batchMax = batchMaxDefault, headersOnly = false }: ConsumerOptions,
  signal: AbortSignal
): AsyncGenerator<Batch> {
  const state = stream.durables.get(durable) ?? { floor: 0, filter: () => false }
  state.filter = subjectFilter(subjects)
  stream.durables.set(durable, state)
  let position = state.floor
  while (!signal.aborted) {
    const messages: InMessage[] = []
    for (let found = stream.next(position + 1, state.filter); found !== undefined;) {
      found.attempts++
      messages.push(toInMessage(found, headersOnly, found.attempts))
      position = found.position
      found = messages.length < batchMax ? stream.next(position + 1, state.filter) : undefined
    }
    if (messages.length === 0) {
      await stream.more.wait(signal)
      continue
    }
    const last = position
    yield {
      messages,
      async settle() {
        state.floor = Math.max(state.floor, last)
      }
    }
  }
}

async function* tailStream(
  stream: MemoryStream,
  subjects: readonly string[],
  from: number | 'new',
  signal: AbortSignal
): AsyncGenerator<InMessage> {
  const filter = subjectFilter(subjects)
  let position = from === 'new' ? stream.last() : from - 1
  while (!signal.aborted) {
    const found = stream.next(position + 1, filter)
    if (found === undefined) {
      await stream.more.wait(signal)
      continue
    }
    position = found.position
    yield toInMessage(found, false, 1)
  }
}

const empty = new Uint8Array()

function toInMessage({ message, position, storedAt }: Stored, headersOnly: boolean, attempt: number): InMessage {
  const { subject, id, headers, body } = message
  const header = (name: string) => (name === 'Nats-Msg-Id' ? id : headers[name])
  return { subject, id, header, body: headersOnly ? empty : body, position, attempt, storedAt }
}
