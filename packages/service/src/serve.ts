/** The journey of a melding through a service: heard, judged, decided, written down in one transaction, published, settled. */
import type { JudgeOptions, Register } from '@budstikka/meldinger'
import type { Bus, ConsumerOptions, Store } from '@budstikka/transport'
import { createDecider, type Hear, traced } from './decide-batch.ts'
import type { ServiceDefinition } from './definition.ts'
import { openEffects } from './effects.ts'
import { hearEvent } from './hear-event.ts'
import { hearMelding } from './hear-melding.ts'
import { subjectFilters } from './partition.ts'
import { startPublisher } from './publisher.ts'
import { headerNames } from './subjects.ts'
import type { Tracing } from './tracing.ts'
import type { Verdict } from './verdict.ts'

export type ServeOptions<State> = {
  readonly definition: ServiceDefinition<State>
  readonly bus: Bus
  readonly store: Store
  readonly register: Register
  /** This process's share of the 64 partitions; default 0 of 1. */
  readonly replica?: number
  readonly replicas?: number
  /** Share of the meldinger that are traced, 0 to 1; default 0.01. */
  readonly traceRatio?: number
  readonly tracing?: Tracing
  /** What the standard leaves to the receiver. */
  readonly judging?: JudgeOptions
  /** Told once for every message, after it is settled. */
  onVerdict?(verdict: Verdict): void
  /** Called between every two steps; a test stops the process there. */
  at?(point: CrashPoint): void
}

export const crashPoints = [
  'before-transaction',
  'after-transaction',
  'after-publish',
  'before-settle',
  'after-settle'
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Batches decided but not yet settled, at most: the next is decided while the last is being published. */
const unsettledMax = 2

/** What is published leaves the outbox with the next batch, or after so long without one. */
const idleMs = 1_000

/** Serves until `signal` is aborted; rejects when the store or the bus fails for good. */
export async function serve<State>(options: ServeOptions<State>, signal: AbortSignal): Promise<void> {
  const { definition, bus, store, register, replica = 0, replicas = 1, traceRatio = 0.01, tracing } = options
  const stopping = new AbortController()
  const stop = AbortSignal.any([signal, stopping.signal])
  const publisher = await startPublisher(bus, store, stop)
  const effects = openEffects({ service: definition.name, store, register, traceRatio, replica, replicas })
  const decide = createDecider({ service: definition.name, store, publisher, effects, tracing })
  const hearing = { definition, register, effects, store, judging: options.judging }
  let idle: NodeJS.Timeout | undefined
  const name = replicas === 1 ? definition.name : `${definition.name}-${replica}-of-${replicas}`

  const loops = [
    loop(
      { stream: 'MELDINGER', durable: name, subjects: subjectFilters(definition.hears.tjenester, replica, replicas) },
      (message) => hearMelding(hearing, message)
    ),
    // One event carries many happenings, so it is a batch of its own.
    loop(
      { stream: 'EVENTS', durable: `${name}-events`, subjects: eventFilters(definition.hears.events), batchMax: 1 },
      (message) => hearEvent(hearing, message)
    )
  ]
  try {
    await Promise.all(loops)
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    stopping.abort()
    await Promise.allSettled(loops)
    clearTimeout(idle)
  }

  /** The outbox says what is not out yet, also when nothing more comes. */
  function forgetPublishedSoon() {
    clearTimeout(idle)
    idle = setTimeout(() => store.transaction(() => store.outbox.markPublished(publisher.publishedUpTo)), idleMs)
    idle.unref()
  }

  async function loop(consumer: ConsumerOptions, hear: Hear): Promise<void> {
    if (consumer.subjects.length === 0) return
    const unsettled: Promise<void>[] = []
    let settledLast = Promise.resolve()
    for await (const { messages, settle } of bus.consume(consumer, stop)) {
      options.at?.('before-transaction')
      const { rows, verdicts } = decide(messages, hear)
      options.at?.('after-transaction')
      settledLast = Promise.all([publisher.publish(rows), settledLast]).then(async () => {
        options.at?.('after-publish')
        if (tracing?.isOn)
          for (const { message } of rows)
            tracing.publish(message.headers[headerNames.traceparent], traced(message))?.end()
        options.at?.('before-settle')
        await settle()
        options.at?.('after-settle')
        if (rows.length > 0) forgetPublishedSoon()
        for (const verdict of verdicts) options.onVerdict?.(verdict)
      })
      // A failure is met where the promise is awaited below.
      settledLast.catch(() => stopping.abort())
      unsettled.push(settledLast)
      if (unsettled.length >= unsettledMax) await unsettled.shift()
    }
    await settledLast
  }
}

const eventFilters = (names: readonly string[]) => [...new Set([...names, 'klokke'])].map((event) => `event.${event}.>`)
