/** Plays a run in a world that is up: replay with a progress bar, then the books. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  bookedSendings,
  hendelser,
  type Landscape,
  type PlayedRun,
  type Report,
  runsBucket,
  type ScaledPlan
} from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import { type Host, inWords, tell } from '../host.ts'
import { closeBooks } from '../replay/close-books.ts'
import type { Speed } from '../replay/pace.ts'
import { replay, waitFor } from '../replay/replay.ts'
import { look, markOf, type Sight } from '../replay/sight.ts'
import { firstSenders, senders } from '../world/services.ts'
import { type Besides, playBesides } from './besides.ts'
import type { KeptPosition } from './position.ts'
import { createProgress } from './progress.ts'

/** Beside the meldinger nothing is played by default. */
export type PlayOptions = Besides & {
  readonly host: Pick<Host, 'stderr' | 'signal'>
  readonly bus: Bus
  readonly landscape: Landscape
  readonly plan: ScaledPlan
  readonly seed: string
  readonly speed: Speed
  readonly position: KeptPosition
  /** Whether it says when the first melding comes, for which it must be allowed to read meldinger; default true. */
  readonly isFirstTold?: boolean
  /** Brings up the services that the first melding does not need; default: all are up. */
  readonly whole?: () => Promise<void>
}

/** The senders' copies of the register are filled at start; what is sent before that finds nobody. */
const registerStuckMs = 30_000
/** Our choice: where simulated time goes slowly the others do not wait for the first melding. */
const firstWaitMs = 1_000

/** Rejects when the host's signal is aborted; the position is kept. */
export async function play(options: PlayOptions): Promise<Report> {
  const { host, bus, landscape, plan, seed, speed, position, whole, isFirstTold = true } = options
  const { signal } = host
  const parties = [...landscape.parties()].length
  const isFilled = await waitFor(
    {
      look: () => look(bus, whole === undefined ? senders : firstSenders),
      isSettled: (sight) => sight.parties >= parties,
      markOf,
      stuckMs: registerStuckMs
    },
    signal
  )
  if (!isFilled) throw new Error(`expected every sender to know ${parties} parties`)
  await tellRun(bus, plan, seed)
  const startedAt = Date.now()
  const secondsNow = () => position.seconds + (Date.now() - startedAt) / 1000
  const progress = createProgress(host, bookedSendings(plan))
  let at = 0
  const show = (sight: Sight) => progress.show({ at: sight.clock || at, sent: sentOf(sight) })
  const ending = new AbortController()
  const until = AbortSignal.any([signal, ending.signal])
  const first = isFirstTold ? tellFirst(host, bus, until) : undefined
  const areUp = afterFirst(first, whole, until)
  // A failure is met where the promise is awaited below.
  areUp.catch(() => undefined)
  const besides = playBesides(options, { bus, landscape, plan, seed }, areUp, until)
  try {
    await replay(
      {
        bus,
        hendelser: hendelser({ landscape, plan, seed }),
        run: `${seed}.${plan.year}`,
        senders,
        areUp,
        speed,
        done: position.done,
        onStep(step, done) {
          at = Math.max(at, step.at)
          besides.comeTo(at)
          return position.save(done, secondsNow())
        },
        onSight: show
      },
      signal
    )
    const onSeen = ({ sight }: { sight: Sight }) => show(sight)
    const closing = { bus, senders, plan, seed, startedAt, secondsBefore: position.seconds, until: at, onSeen }
    const report = await closeBooks(closing, signal)
    return { ...report, ...(await besides.rows()) }
  } finally {
    ending.abort()
    await first
    progress.stop()
  }
}

/** Whoever counts can set what it has counted beside what was published. */
async function tellRun(bus: Bus, { year, month, scale }: ScaledPlan, seed: string): Promise<void> {
  const run: PlayedRun = { year, scale, seed, ...(month !== undefined && { month }) }
  const bucket = await bus.bucket(runsBucket)
  await bucket.put(String(year), Buffer.from(JSON.stringify(run)))
}

/** The two cores are the first melding's alone; the others begin with what waits for them in the streams. */
async function afterFirst(first: Promise<void> | undefined, whole: PlayOptions['whole'], until: AbortSignal) {
  if (whole === undefined) return
  await Promise.race([first, wait(firstWaitMs, undefined, { signal: until })])
  until.throwIfAborted()
  await whole()
}

/** Near enough for a bar: every answered melding has one receipt among the totals. */
const sentOf = ({ totals, waiting }: Sight) => Math.round((totals.meldinger + waiting) / 2)

/** Says how long after the start of the process the first melding came; never rejects, since no run shall fail for it. */
async function tellFirst(host: PlayOptions['host'], bus: Bus, signal: AbortSignal): Promise<void> {
  try {
    for await (const _melding of bus.tail('MELDINGER', ['melding.>'], 'new', signal)) {
      tell(host, `first melding after ${(performance.now() / 1000).toFixed(1)} s`)
      return
    }
  } catch (error) {
    if (!signal.aborted) tell(host, `the first melding was not seen: ${inWords(error)}`)
  }
}
