/** A key-value bucket on JetStream: the last value of each key, watched by everybody who needs it. */
import { DeliverPolicy } from '@nats-io/jetstream'
import { Kvm } from '@nats-io/kv'
import type { Bucket, BucketChange, OutMessage } from '../bus.ts'
import type { Connected } from './consume.ts'
import { findHeader, headerText } from './in-message.ts'
import type { Arrival } from './pull-reader.ts'
import type { Publisher } from './publisher.ts'
import { readFrom } from './tail.ts'

// Our choice: room for a register of the whole country.
const bucketMaxBytes = 512 * 1024 ** 2
const keyPattern = /^[A-Za-z0-9_/=-]+(?:\.[A-Za-z0-9_/=-]+)*$/
const namePattern = /^[A-Za-z0-9_-]{1,60}$/

/** Opens the bucket, or makes it. Keys are letters, digits, `-`, `_`, `/`, `=` and single dots between them. */
export async function openBucket(
  connected: Connected,
  publisher: Publisher,
  name: string,
  replicas: number
): Promise<Bucket> {
  if (!namePattern.test(name)) throw new Error('a bucket name is 1 to 60 letters, digits, _ and -')
  const store = await new Kvm(connected.connection).create(name, { history: 1, replicas, max_bytes: bucketMaxBytes })
  const put = (entries: Iterable<readonly [string, Uint8Array]>) =>
    publisher.publishOwn(Array.from(entries, ([key, value]) => toMessage(name, key, value)))
  return {
    async get(key) {
      const entry = await store.get(checkKey(key))
      return entry === null || entry.operation !== 'PUT' ? undefined : entry.value
    },
    put: (key, value) => put([[key, value]]),
    putAll: put,
    delete: (key) => publisher.publishOwn([{ ...toMessage(name, key, empty), headers: { 'KV-Operation': 'DEL' } }]),
    watch: (signal) => watchBucket(connected, name, signal)
  }
}

const empty = new Uint8Array()

/** Without an id: the last value wins, and one that is put twice is the same. */
const toMessage = (bucket: string, key: string, body: Uint8Array): OutMessage => ({
  subject: `$KV.${bucket}.${checkKey(key)}`,
  id: '',
  headers: {},
  body
})

function checkKey(key: string): string {
  if (key.length > 200 || !keyPattern.test(key))
    throw new Error('a key is letters, digits, -, _, /, = and single dots, at most 200 characters')
  return key
}

async function* watchBucket(connected: Connected, name: string, signal: AbortSignal): AsyncGenerator<BucketChange> {
  const prefix = `$KV.${name}.`
  const first = { deliver_policy: DeliverPolicy.LastPerSubject }
  // How many stand when the watch begins; nothing at all means that we are current at once.
  let isCurrent = false
  const { promise: emptyAtStart, resolve } = Promise.withResolvers<boolean>()
  const arrivals = readFrom(connected, `KV_${name}`, [`${prefix}>`], first, signal, (pending) => resolve(pending === 0))
  let next = arrivals.next()
  if ((await Promise.race([emptyAtStart, next.then(() => false)])) && !signal.aborted) {
    isCurrent = true
    yield { type: 'isCurrent' }
  }
  for (let step = await next; step.done !== true; step = await next) {
    for (const arrival of step.value) {
      yield toChange(arrival, prefix)
      if (!isCurrent && arrival.delivery.pending === 0) {
        isCurrent = true
        yield { type: 'isCurrent' }
      }
    }
    next = arrivals.next()
  }
}

function toChange({ message }: Arrival, prefix: string): BucketChange {
  const key = message.subject.slice(prefix.length)
  const operation = findHeader(headerText(message), 'KV-Operation')
  return operation === 'DEL' || operation === 'PURGE'
    ? { type: 'delete', key }
    : { type: 'put', key, value: message.data }
}
