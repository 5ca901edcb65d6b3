/** Reads what the server answers a publish with, without a promise or JSON.parse in the common case. */
import type { Msg } from '@nats-io/transport-node'

/** 'full': the stream or the disk has no room now; 'retry': no definite answer; 'refused': never with this message. */
export type PubAnswer = 'stored' | 'full' | 'retry' | { readonly refused: string }

/** maximum bytes or messages; storage resources exceeded; insufficient resources. */
const full = new Set([10077, 10047, 10023])
/** Same id is being stored; too many requests waiting; the leader is gone; no quorum; temporarily not available. */
const transient = new Set([10158, 10167, 10004, 10005, 10008, 10009, 10010, 10076, 10118])

// {"stream":"MELDINGER", "seq":12}; a seq of 0 is not an acknowledgement, even marked as a duplicate: a server of 2.10
// answers so for a message that it never stores.
const stored = /^\{"stream":"[^"]+", ?"seq": ?[1-9]/

export function readPubAck(message: Msg): PubAnswer {
  const text = message.string()
  if (stored.test(text)) return 'stored'
  // 503 with an empty body: nobody listens on the subject, so the stream is away.
  if (text === '') return 'retry'
  return fromJson(text)
}

function fromJson(text: string): PubAnswer {
  const answer = parse(text)
  const error = field(answer, 'error')
  if (error === undefined) return Number(field(answer, 'seq')) > 0 ? 'stored' : 'retry'
  const code = Number(field(error, 'err_code'))
  if (full.has(code)) return 'full'
  const status = Number(field(error, 'code'))
  if (transient.has(code) || status === 503 || status === 429 || status === 408) return 'retry'
  return { refused: `${code} ${String(field(error, 'description'))}` }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
