/** A message as it came, and what the server says of its delivery. */
import type { Msg } from '@nats-io/transport-node'
import type { InMessage } from '../bus.ts'
import { ownText } from '../own-text.ts'

/** What the server says of a delivery in the reply subject. */
export type Delivery = {
  readonly attempt: number
  /** Sequence in the stream. */
  readonly position: number
  /** Counts deliveries of this consumer, one by one. */
  readonly deliverySeq: number
  /** Milliseconds since 1970. */
  readonly storedAt: number
  /** How many matching messages stood behind it in the stream. */
  readonly pending: number
}

const dot = 46
const zero = 48
const nanosInMs = 1_000_000

/**
 * $JS.ACK.[<domain>.<account>.]<stream>.<consumer>.<attempt>.<position>.<deliverySeq>.<time>.<pending>[.<random>]
 * Read by hand: it is read of every message, and splitting it costs a microsecond.
 */
export function readDelivery(reply: string): Delivery | undefined {
  if (!reply.startsWith('$JS.ACK.')) return undefined
  let dots = 0
  for (let index = 0; index < reply.length; index++) if (reply.charCodeAt(index) === dot) dots++
  if (dots < 8) return undefined
  let index = 0
  for (let skip = dots === 8 ? 4 : 6; skip > 0; index++) if (reply.charCodeAt(index) === dot) skip--
  const next = () => {
    let value = 0
    for (let code = reply.charCodeAt(index++); code !== dot && !Number.isNaN(code); code = reply.charCodeAt(index++))
      value = value * 10 + code - zero
    return value
  }
  const attempt = next()
  const position = next()
  const deliverySeq = next()
  const storedAt = Math.floor(next() / nanosInMs)
  return { attempt, position, deliverySeq, storedAt, pending: next() }
}

/** Headers stay one text that is searched when somebody asks: a map of them costs more than the rest of reading. */
export function toInMessage(message: Msg, { attempt, position, storedAt }: Delivery): InMessage {
  const text = headerText(message)
  const header = (name: string) => findHeader(text, name)
  const id = header('Nats-Msg-Id') ?? ''
  return { subject: message.subject, id, header, body: message.data, position, attempt, storedAt }
}

/** One line `name: value` of the block, with `lineEnd` before and behind it. */
export function findHeader(text: string, name: string, lineEnd = '\r\n'): string | undefined {
  const mark = `${lineEnd}${name}:`
  const at = text.indexOf(mark)
  if (at < 0) return undefined
  const start = at + mark.length
  return ownText(text.slice(start, text.indexOf(lineEnd, start)).trim())
}

/** Bytes of headers and body. */
export const sizeOf = (message: Msg): number => (bytesOf(message) ?? message.data).length

/** Headers and body as they came, in a field of the client's own; undefined where a later version has none. */
function bytesOf(message: Msg): Uint8Array | undefined {
  const bytes: unknown = Reflect.get(message, '_rdata')
  return bytes instanceof Uint8Array ? bytes : undefined
}

/**
 * The client keeps the block undecoded in fields of its own; where a later version does not, its decoded map serves.
 */
export function headerText(message: Msg): string {
  const frame: unknown = Reflect.get(message, '_msg')
  const bytes = bytesOf(message)
  if (typeof frame === 'object' && frame !== null && bytes !== undefined) {
    const length: unknown = Reflect.get(frame, 'hdr')
    if (typeof length === 'number')
      return length <= 0 ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('utf8')
  }
  const decoded = message.headers === undefined ? [] : [...message.headers]
  return ['NATS/1.0', ...decoded.flatMap(([name, values]) => values.map((value) => `${name}: ${value}`)), ''].join(
    '\r\n'
  )
}
