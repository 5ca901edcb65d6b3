/** Publishes in a window: many on the way at once, one promise a call, the same ids until the answer is definite. */
import { createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node'
import type { OutMessage } from '../bus.ts'
import { RefusedError } from '../errors.ts'
import { checkOutMessage } from '../out-message.ts'
import { pack } from './pack.ts'
import { readPubAck } from './pub-ack.ts'
import { advance, type Call, createWindow, dropCall, entryFailed, entryStored, expire, lose, regain } from './window.ts'

export type Publisher = {
  /** Bus.publish. */
  publish(messages: readonly OutMessage[], signal?: AbortSignal): Promise<void>
  /** The same for what this adapter made itself: subjects and headers that no service may use. */
  publishOwn(messages: readonly OutMessage[], signal?: AbortSignal): Promise<void>
  onPressure(listener: (isWaiting: boolean) => void): void
  connectionChanged(isConnected: boolean): void
  /** Rejects what is still waiting. */
  close(): void
}

const watchdogMs = 1_000

/** `packMax`: meldinger that may go in one message. */
export function createPublisher(connection: NatsConnection, inboxPrefix: string, packMax = 1): Publisher {
  const inbox = `${createInbox(inboxPrefix)}.`
  const listeners: ((isWaiting: boolean) => void)[] = []
  const window = createWindow(connection, inbox, (isWaiting) => {
    for (const listener of listeners) listener(isWaiting)
  })

  function take(message: Msg) {
    const token = Number.parseInt(message.subject.slice(inbox.length), 36)
    const entry = window.unstored.get(token)
    if (entry === undefined) return
    const answer = readPubAck(message)
    if (answer === 'stored') entryStored(window, token, entry)
    else if (answer === 'full' || answer === 'retry') entryFailed(window, entry)
    else dropCall(window, entry.call, new RefusedError(`the server refuses a message for good: ${answer.refused}`))
    advance(window)
  }

  connection.subscribe(`${inbox}*`, { callback: (error, message) => (error === null ? take(message) : undefined) })
  const watchdog = setInterval(() => expire(window), watchdogMs)
  watchdog.unref()

  async function publishOwn(messages: readonly OutMessage[], signal?: AbortSignal) {
    signal?.throwIfAborted()
    if (messages.length === 0) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const call: Call = { messages, next: 0, unstoredCount: messages.length, resolve, reject }
    const abort = () => {
      dropCall(window, call, signal?.reason)
      advance(window)
    }
    signal?.addEventListener('abort', abort, { once: true })
    window.calls.add(call)
    window.queue.push(call)
    advance(window)
    try {
      await promise
    } finally {
      signal?.removeEventListener('abort', abort)
    }
  }

  return {
    publishOwn,
    async publish(messages, signal) {
      for (const message of messages) checkOutMessage(message)
      await publishOwn(pack(messages, packMax), signal)
    },
    onPressure: (listener) => void listeners.push(listener),
    connectionChanged: (isConnected) => (isConnected ? regain(window) : lose(window)),
    close() {
      clearInterval(watchdog)
      listeners.length = 0
      lose(window)
      for (const call of window.calls) dropCall(window, call, new Error('the bus was closed while publishing'))
    }
  }
}
