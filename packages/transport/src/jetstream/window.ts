/** The messages on their way and what happens to each: stored, failed, sent again. */
// Order: after a failure nothing new is sent. All answers are awaited, then the oldest failed message is tried alone
// with a back-off, then the others follow in their order. So what was cut off by a lost connection is stored in the
// order in which it was published. One hole is left: when a stream runs full, smaller messages already on the way may
// still find room and overtake; their order is restored by nobody.
import type { NatsConnection } from '@nats-io/transport-node'
import type { OutMessage } from '../bus.ts'
import { RefusedError } from '../errors.ts'
import { encodeHeaders, rawHeaders } from './raw-headers.ts'

export type Call = {
  readonly messages: readonly OutMessage[]
  next: number
  unstoredCount: number
  resolve(): void
  reject(error: unknown): void
}
export type Entry = { readonly message: OutMessage; readonly call: Call; sentAt: number; isSent: boolean }

export type Window = {
  readonly connection: NatsConnection
  readonly inbox: string
  tellPressure(isWaiting: boolean): void
  /** Every call that has not been settled. */
  readonly calls: Set<Call>
  /** Calls with messages that were never sent. */
  readonly queue: Call[]
  /** By token, rising: the order in which they were first sent. */
  readonly unstored: Map<number, Entry>
  lastToken: number
  sentCount: number
  isUp: boolean
  /** 'holding': awaits the answers to all that is sent; 'probing': one message is tried. */
  mode: 'open' | 'holding' | 'probing'
  backOffMs: number
  retry: NodeJS.Timeout | undefined
}

// More than 256 in flight were measured to give no higher rate; the rest covers the answers on their way.
const windowMax = 512
// A timeout is no answer: the message may be stored.
const answerTimeoutMs = 5_000
const backOffMinMs = 20
const backOffMaxMs = 1_000

export function createWindow(
  connection: NatsConnection,
  inbox: string,
  tellPressure: (isWaiting: boolean) => void
): Window {
  const lists = { calls: new Set<Call>(), queue: [], unstored: new Map<number, Entry>() }
  const counts = { lastToken: 0, sentCount: 0, isUp: true, mode: 'open' as const, backOffMs: backOffMinMs }
  return { connection, inbox, tellPressure, ...lists, ...counts, retry: undefined }
}

/** Sends what may be sent now; called after everything that happened. */
export function advance(window: Window): void {
  if (!window.isUp) return
  if (window.mode === 'open') pump(window)
  else if (window.sentCount === 0 && window.retry === undefined)
    window.retry = setTimeout(() => probe(window), window.backOffMs)
}

function pump(window: Window) {
  const { queue } = window
  for (let call = queue[0]; call !== undefined && window.sentCount < windowMax; call = queue[0]) {
    const message = call.messages[call.next++]
    if (message === undefined) {
      queue.shift()
      continue
    }
    const entry = { message, call, sentAt: 0, isSent: false }
    window.unstored.set(++window.lastToken, entry)
    send(window, window.lastToken, entry)
  }
}

function send(window: Window, token: number, entry: Entry) {
  const { subject, id, headers, body } = entry.message
  entry.isSent = true
  entry.sentAt = Date.now()
  window.sentCount++
  try {
    const block = rawHeaders(encodeHeaders(id, headers))
    window.connection.publish(subject, body, { reply: window.inbox + token.toString(36), headers: block })
  } catch (error) {
    // Too large for the server, or the connection is closed for good.
    dropCall(window, entry.call, new RefusedError('a message cannot be sent', { cause: error }))
  }
}

function probe(window: Window) {
  window.retry = undefined
  if (!window.isUp) return
  const [oldest] = window.unstored
  if (oldest === undefined) return open(window)
  window.mode = 'probing'
  send(window, ...oldest)
}

function open(window: Window) {
  window.mode = 'open'
  window.backOffMs = backOffMinMs
  window.tellPressure(false)
  for (const [token, entry] of window.unstored) if (!entry.isSent) send(window, token, entry)
  pump(window)
}

export function entryStored(window: Window, token: number, entry: Entry): void {
  window.unstored.delete(token)
  if (entry.isSent) window.sentCount--
  const { call } = entry
  if (--call.unstoredCount === 0) {
    window.calls.delete(call)
    call.resolve()
  }
  if (window.mode === 'probing' && entry.isSent) open(window)
}

/** No room, or no definite answer: it is sent again, with the same id. */
export function entryFailed(window: Window, entry: Entry): void {
  if (!entry.isSent) return
  entry.isSent = false
  window.sentCount--
  hold(window)
}

function hold(window: Window) {
  if (window.mode === 'open') window.tellPressure(true)
  if (window.mode === 'probing') window.backOffMs = Math.min(2 * window.backOffMs, backOffMaxMs)
  window.mode = 'holding'
}

/** Gives up a call: what is on its way may still be stored. */
export function dropCall(window: Window, call: Call, error: unknown): void {
  for (const [token, entry] of window.unstored) {
    if (entry.call !== call) continue
    window.unstored.delete(token)
    if (entry.isSent) window.sentCount--
  }
  const place = window.queue.indexOf(call)
  if (place >= 0) window.queue.splice(place, 1)
  window.calls.delete(call)
  call.reject(error)
}

/** Fails what has waited too long for an answer. */
export function expire(window: Window): void {
  const before = Date.now() - answerTimeoutMs
  for (const entry of window.unstored.values()) if (entry.isSent && entry.sentAt < before) entryFailed(window, entry)
  advance(window)
}

/** The connection is gone: whether what was sent is stored is unknown. */
export function lose(window: Window): void {
  window.isUp = false
  clearTimeout(window.retry)
  window.retry = undefined
  for (const entry of window.unstored.values()) if (entry.isSent) entryFailed(window, entry)
  hold(window)
}

export function regain(window: Window): void {
  window.isUp = true
  advance(window)
}
