/** Replays happenings over the exchange: no faster than the senders can be answered, and never the clock before the receipts. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Hendelse } from '@budstikka/landscape'
import { receiptDeadlineMs } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { eventOf } from './event-of.ts'
import { paceOf, type Speed } from './pace.ts'
import { isAnsweredBefore, look, markOf, pauseAfter, pauseMs, type Sight } from './sight.ts'
import { dayMs, type Step, stepsOf } from './steps.ts'

export type ReplayOptions = {
  readonly bus: Bus
  /** In order of time; the same ones whenever the same run is gone on with. */
  readonly hendelser: Iterable<readonly Hendelse[]>
  /** Names the run in the ids of its events: `<seed>.<year>`. */
  readonly run: string
  /** Services that send. */
  readonly senders: readonly string[]
  /** Fulfilled when all of them are there to be asked; what is told before waits for them. Default: they are there. */
  readonly areUp?: Promise<void>
  /** Simulated time to real time; 'max' for as fast as it goes; or a pace of one's own. */
  readonly speed: Speed
  /** Steps of an earlier part of the run, not to be taken again. */
  readonly done?: number
  /** Meldinger without a receipt, at most; then the replay waits. */
  readonly inFlightMax?: number
  /** Called after every step, and waited for. */
  onStep?(step: Step, done: number): void | Promise<void>
  /** Called at most some ten times a second. */
  onSight?(sight: Sight): void
}

type Klokke = Extract<Step, { type: 'klokke' }>

const inFlightMaxDefault = 20_000
const lookEveryMs = 100
/**
 * Happenings are told so long before the slowest has heard the clock, at most: services then never stand further apart, and
 * nobody forgets (after 90 simulated days) what another has yet to say again after a crash. Our choice.
 */
const aheadMaxDays = 30
const aheadMaxMs = aheadMaxDays * dayMs
/**
 * The exchange is stuck rather than slow, or than being started again after a crash: the replay goes on, and the books
 * will tell.
 */
const stuckMs = 15_000

/** Publishes every step and resolves; answers how many there were. Rejects when `signal` is aborted. */
export async function replay(options: ReplayOptions, signal: AbortSignal): Promise<number> {
  const { bus, run, senders, inFlightMax = inFlightMaxDefault } = options
  const pace = paceOf(options.speed)
  let clocks: Klokke[] = []
  // A run that begins tells something before it looks: some senders come up when the first melding is there.
  let lookedAt = options.done ? 0 : Date.now()
  let taken = 0
  let heardUntil = 0
  for (const step of stepsOf(flat(options.hendelser), pace.spanMs)) {
    taken += 1
    // Nothing happened before the first step, so everybody has heard all of it.
    if (taken === 1) heardUntil = step.at - dayMs
    if (taken <= (options.done ?? 0)) {
      // The last ones may have been waiting when the run stopped; striking them twice is harmless.
      if (step.type === 'klokke') clocks = [...clocks, step].slice(-2 * aheadMaxDays)
      continue
    }
    signal.throwIfAborted()
    await pace.wait(step, signal)
    if (step.type === 'klokke') {
      clocks.push(step)
      continue
    }
    const isFarAhead = () => step.at - heardUntil > aheadMaxMs
    if (isFarAhead() || Date.now() - lookedAt > lookEveryMs)
      await settled((sight) => sight.waiting < inFlightMax && !isFarAhead())
    await tell(step)
  }
  for (let next = clocks[0]; next !== undefined; next = clocks[0])
    if (!(await settled(() => clocks.length === 0))) await tell(clocks.shift() ?? next)
  return taken

  async function tell(step: Step): Promise<void> {
    await bus.publish([eventOf(step, run)], signal)
    await options.onStep?.(step, taken)
  }

  /** Strikes what is due whenever it looks; false when nothing has moved for long. */
  function settled(isSettled: (sight: Sight) => boolean): Promise<boolean> {
    return waitFor({ look: lookAndStrike, isSettled, markOf, pauseAfter, stuckMs, onSight }, signal)
  }

  /**
   * Whoever hears the clock calls older meldinger overdue, so their receipts must have come first (HITS 1168 §9.1). The
   * happenings go on meanwhile: the clock follows them, later at full speed than at the world's own.
   */
  async function lookAndStrike(): Promise<Sight> {
    await options.areUp
    const seen = await look(bus, senders)
    const sight = { ...seen, clock: Math.max(seen.clock, heardUntil) }
    heardUntil = sight.clock
    while (clocks[0] !== undefined && isAnsweredBefore(sight, clocks[0].at - receiptDeadlineMs)) {
      await tell(clocks[0])
      clocks.shift()
    }
    return sight
  }

  function onSight(sight: Sight) {
    if (Date.now() - lookedAt > lookEveryMs) options.onSight?.(sight)
    lookedAt = Date.now()
  }
}

function* flat(batches: Iterable<readonly Hendelse[]>): Generator<Hendelse> {
  for (const batch of batches) yield* batch
}

/** Looks until it is settled (true), or until nothing has moved for `stuckMs` (false). */
export async function waitFor<Seen>(
  options: {
    look(): Promise<Seen>
    isSettled(seen: Seen): boolean
    markOf(seen: Seen): string
    /** Milliseconds until the next look; default 15. */
    pauseAfter?(seen: Seen): number
    readonly stuckMs: number
    onSight?(seen: Seen): void
  },
  signal: AbortSignal
): Promise<boolean> {
  let mark = ''
  let movedAt = Date.now()
  for (;;) {
    const seen = await options.look()
    options.onSight?.(seen)
    if (options.isSettled(seen)) return true
    const now = Date.now()
    if (mark !== options.markOf(seen)) {
      mark = options.markOf(seen)
      movedAt = now
    }
    if (now - movedAt > options.stuckMs) return false
    await wait(options.pauseAfter?.(seen) ?? pauseMs, undefined, { signal })
  }
}
