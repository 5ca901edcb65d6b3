/** Looks at a running world a few times a second: what it has sent and answered, what it has used, what it holds. */
import { setTimeout as wait } from 'node:timers/promises'
import { look, senders, type World } from '@budstikka/cli'
import type { Bus } from '@budstikka/transport'
import { type ByProcess, cpuMicros, type Memory, memoryOf, ofEach } from './processes.ts'
import type { PlotLine } from './results.ts'

export type Sample = {
  /** performance.now() in ms. */
  readonly at: number
  readonly sent: number
  readonly answered: number
  /** Processor time in µs so far. */
  readonly cpu: ByProcess
  readonly memory: Readonly<Record<string, Memory>>
}

/** Memory and counts move by batches; more often would disturb what is measured. */
const everyMs = 250

/** Ends when `during` is aborted. */
export async function watch(world: World, bus: Bus, samples: Sample[], during: AbortSignal): Promise<void> {
  while (!during.aborted) {
    const { totals, waiting } = await look(bus, senders)
    // Every answered melding has one receipt among the totals.
    const [sent, answered] = [(totals.meldinger + waiting) / 2, (totals.meldinger - waiting) / 2]
    const pids = { ...world.pids(), replay: process.pid }
    const [cpu, memory] = [ofEach(pids, cpuMicros), ofEach(pids, memoryOf)]
    samples.push({ at: performance.now(), sent, answered, cpu, memory })
    await wait(everyMs, undefined, { signal: during }).catch(() => undefined)
  }
}

export const firstAt = (samples: readonly Sample[]): number => samples[0]?.at ?? 0

/** The sample nearest to a time in ms of performance.now(). Throws when there is none. */
export function sampleAt(samples: readonly Sample[], at: number): Sample {
  const found = samples.findLast((one) => one.at <= at) ?? samples[0]
  if (found === undefined) throw new Error('expected samples of the run, got none')
  return found
}

/** Meldinger answered a second, over spans of `spanMs`, by seconds since the first sample. */
export function rateLine(samples: readonly Sample[], spanMs = 2_000): PlotLine {
  const points: [number, number][] = []
  let from = samples[0]
  for (const to of samples) {
    if (from === undefined || to.at - from.at < spanMs) continue
    points.push([(to.at - firstAt(samples)) / 1_000, ((to.answered - from.answered) * 1_000) / (to.at - from.at)])
    from = to
  }
  return { name: 'answered', points }
}
