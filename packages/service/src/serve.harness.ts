/** Runs the two example services on one exchange, stops and restarts them, and reads what was left on the wire. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Bus, InMessage, OutMessage, Store, StreamName } from '@budstikka/transport'
import type { ServiceDefinition } from './definition.ts'
import type { createRegister } from './register-index.ts'
import { type CrashPoint, serve } from './serve.ts'
import { exampleRegister } from './serve.examples.ts'
import { headerNames } from './subjects.ts'

export type Process = { stop(): Promise<void>; readonly crashed: Promise<void> }

/** Starts a service; at `crashAt` it dies once, as a killed process would: nothing after that point is done. */
export function startProcess<State>(
  definition: ServiceDefinition<State>,
  {
    bus,
    store,
    register = exampleRegister(),
    crashAt
  }: {
    bus: Bus
    store: Store
    register?: ReturnType<typeof createRegister>
    crashAt?: CrashPoint | undefined
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
