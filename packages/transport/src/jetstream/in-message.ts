/** A message as it came, read no further than it is asked for. */
import type { Msg } from '@nats-io/transport-node'
import type { InMessage } from '../bus.ts'

/** What the server says of a delivery in the reply subject. */
export type Delivery = {
  readonly attempt: number
  /** Sequence in the stream. */
  readonly position: number
  /** Counts deliveries of this consumer, one by one. */
  readonly deliverySeq: number
  /** How many matching messages stood behind it in the stream. */
  readonly pending: number
}

/** $JS.ACK.[<domain>.<account>.]<stream>.<consumer>.<attempt>.<position>.<deliverySeq>.<time>.<pending>[.<random>] */
export function readDelivery(reply: string): Delivery | undefined {
  const tokens = reply.split('.')
  if (tokens[0] !== '$JS' || tokens[1] !== 'ACK' || tokens.length < 9) return undefined
  const first = tokens.length === 9 ? 4 : 6
  return {
    attempt: Number(tokens[first]),
    position: Number(tokens[first + 1]),
    deliverySeq: Number(tokens[first + 2]),
    pending: Number(tokens[first + 4])
  }
}

/** Headers are decoded at the first question for one, and then as text: a map of them costs more than the rest of reading. */
export function toInMessage(message: Msg, { attempt, position }: Delivery): InMessage {
  let text: string | undefined
  const header = (name: string) => {
    text ??= headerText(message)
    return findHeader(text, name)
  }
  return {
    get subject() {
      return message.subject
    },
    get id() {
      return header('Nats-Msg-Id') ?? ''
    },
    header,
    get body() {
      return message.data
    },
    position,
    attempt
  }
}

/** One line `name: value` of the block. */
export function findHeader(text: string, name: string): string | undefined {
  const mark = `\r\n${name}:`
  const at = text.indexOf(mark)
  if (at < 0) return undefined
  const start = at + mark.length
  return text.slice(start, text.indexOf('\r\n', start)).trim()
}

/** The client keeps the block undecoded in fields of its own; where a later version does not, its decoded map serves. */
export function headerText(message: Msg): string {
  const frame: unknown = Reflect.get(message, '_msg')
  const bytes: unknown = Reflect.get(message, '_rdata')
  if (typeof frame === 'object' && frame !== null && bytes instanceof Uint8Array) {
    const length: unknown = Reflect.get(frame, 'hdr')
    if (typeof length === 'number')
      return length <= 0 ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('utf8')
  }
  return String(message.headers ?? '')
}
