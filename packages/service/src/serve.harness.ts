/** Runs the two example services on one exchange, stops and restarts them, and reads what was left on the wire. */
import { setImmediate as turn } from 'node:timers/promises'
import type { JudgeOptions } from '@budstikka/meldinger'
import {
  type Bus,
  type InMessage,
  memoryExchange,
  openMemoryStore,
  type OutMessage,
  type Store,
  type StreamName
} from '@budstikka/transport'
import type { ServiceDefinition } from './definition.ts'
import type { createRegister } from './register-index.ts'
import { type CrashPoint, serve } from './serve.ts'
import { exampleRegister, sender, taker } from './serve.examples.ts'
import { headerNames, parseMeldingSubject } from './subjects.ts'
import type { Tracing } from './tracing.ts'

export type Process = { stop(): Promise<void>; readonly crashed: Promise<void> }

/** Starts a service; at `crashAt` it dies once, as a killed process would: nothing after that point is done. */
export function startProcess<State>(
  definition: ServiceDefinition<State>,
  {
    bus,
    store,
    register = exampleRegister(),
    judging = {},
    crashAt,
    tracing
  }: {
    bus: Bus
    store: Store
    register?: ReturnType<typeof createRegister>
    judging?: JudgeOptions
    crashAt?: CrashPoint | undefined
    /** Every melding is traced; default none. */
    tracing?: Tracing
  }
): Process {
  const stopping = new AbortController()
  const crashed = Promise.withResolvers<void>()
  let isDead = false
  const options = {
    definition,
    bus,
    store,
    register,
    judging,
    ...(tracing && { tracing, traceRatio: 1 }),
    at(point: CrashPoint) {
      if (isDead || point === crashAt) {
        isDead = true
        crashed.resolve()
        throw new Error(`killed at ${point}`)
      }
    }
  }
  const running = serve(options, stopping.signal).catch(() => undefined)
  return {
    crashed: crashed.promise,
    async stop() {
      stopping.abort()
      await running
    }
  }
}

/** The two services on one exchange, and what can be seen of them. */
export function exampleWorld(register = exampleRegister(), judging: JudgeOptions = {}) {
  const exchange = memoryExchange()
  const bus = exchange.connect('test')
  const stores = { sender: openMemoryStore(), taker: openMemoryStore() }
  const processes = [
    startProcess(sender, { bus: exchange.connect('sender'), store: stores.sender, register }),
    startProcess(taker, { bus: exchange.connect('taker'), store: stores.taker, register, judging })
  ]
  const stateOf = (service: 'sender' | 'taker') => JSON.parse(stores[service].table('state').get('all') ?? '{}')
  const receipts = () => (stateOf('sender').receipts ?? []) as string[]
  const subjects = async () => (await everythingOn(bus, 'MELDINGER')).map(({ subject }) => parseMeldingSubject(subject))
  const headersOf = async (stream: StreamName, name: string) =>
    (await everythingOn(bus, stream)).map((message) => message.header(name))
  return {
    bus,
    stores,
    stateOf,
    receipts,
    subjects,
    deadReasons: () => headersOf('DEAD', headerNames.reason),
    /** Of every receipt that has any, in the order in which they were given. */
    errorCodes: async () =>
      (await headersOf('MELDINGER', headerNames.appRecErrors)).filter((code) => code !== undefined),
    stop: () => Promise.all(processes.map((each) => each.stop()))
  }
}

export const happening = (id: string, meldinger: readonly { id: string; changes?: object }[], at = 0): OutMessage => ({
  subject: `event.hendelse.${id}`,
  id: `hendelse.${id}`,
  headers: { [headerNames.time]: String(at) },
  body: Buffer.from(JSON.stringify({ meldinger }))
})

export const clock = (at: number): OutMessage => ({
  subject: `event.klokke.${at}`,
  id: `klokke.${at}`,
  headers: { [headerNames.time]: String(at) },
  body: Buffer.from(JSON.stringify({ at }))
})

/** Everything on a stream so far. */
export async function everythingOn(bus: Bus, stream: StreamName): Promise<InMessage[]> {
  const stopping = new AbortController()
  const messages: InMessage[] = []
  const reading = (async () => {
    for await (const message of bus.tail(stream, ['>'], 1, stopping.signal)) messages.push(message)
  })()
  let before = -1
  while (before !== messages.length) {
    before = messages.length
    for (let turns = 0; turns < 20; turns++) await turn()
  }
  stopping.abort()
  await reading.catch(() => undefined)
  return messages
}

/** Waits, in turns of the event loop, until the fact holds; fails after some seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 20_000; turns++) {
    if (holds()) return
    await turn()
  }
  throw new Error('expected it to hold in the end, and it did not')
}
