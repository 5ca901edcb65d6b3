/** A replay paced in stages: so many meldinger a second for so long, then the next, whatever the calendar says. */
import { type Pace, waitUntil } from '@budstikka/cli'
import { createLandscape, hendelser, type ScaledPlan } from '@budstikka/landscape'
import { quantile } from './claim.ts'
import type { WorldRun } from './world-run.ts'
import { sampleAt } from './watch.ts'

export type Stage = { readonly perSecond: number; readonly seconds: number }
export type StageRun = Stage & {
  /** Answered a second while the stage lasted. */
  readonly answered: number
  /** Sent and not yet answered when it ended. */
  readonly waiting: number
  /** From a melding on the exchange to its AppRec there, in ms; NaN where none was sampled. */
  readonly delay50: number
  readonly delay99: number
}

const dayMs = 24 * 60 * 60 * 1_000
const daysOfYear = 365
/** Steps are told so often at the highest rate: each is a transaction of the sender. */
const stepsPerSecond = 20

export const meldingerIn = (stages: readonly Stage[]) =>
  Math.ceil(stages.reduce((sum, { perSecond, seconds }) => sum + perSecond * seconds, 0))

/** What is left after the last stage is told as fast as it goes. `startedAt`: performance.now(), once it has begun. */
export function pacedBy(stages: readonly Stage[], plan: ScaledPlan, seed = '1'): Pace & { startedAt(): number } {
  const perHendelse = plan.planned / countOf(plan, seed)
  let told = 0
  let startedAt: number | undefined
  const perDay = plan.planned / daysOfYear
  const perStep = Math.max(...stages.map(({ perSecond }) => perSecond)) / stepsPerSecond
  return {
    spanMs: dayMs * Math.min(1, perStep / perDay),
    startedAt: () => startedAt ?? NaN,
    wait(step, signal) {
      startedAt ??= performance.now()
      if (step.type === 'klokke') return Promise.resolve()
      const due = dueSeconds(stages, told * perHendelse)
      told += step.hendelser.length
      return waitUntil(performance.timeOrigin + startedAt + due * 1_000, signal)
    }
  }
}

/** Seconds from the start at which so many meldinger are to have been told. */
export function dueSeconds(stages: readonly Stage[], meldinger: number): number {
  let [at, left] = [0, meldinger]
  for (const { perSecond, seconds } of stages) {
    if (left <= perSecond * seconds) return at + left / perSecond
    left -= perSecond * seconds
    at += seconds
  }
  return at
}

/** Happenings of the plan; some make more than one melding. */
function countOf(plan: ScaledPlan, seed: string): number {
  let count = 0
  for (const batch of hendelser({ landscape: createLandscape({ year: plan.year, seed }), plan, seed }))
    count += batch.length
  return count
}

/** What the world made of each stage. */
export function stagesOf(stages: readonly Stage[], startedAt: number, { samples, receipted }: WorldRun): StageRun[] {
  let end = startedAt
  return stages.map((stage) => {
    const begin = end
    end += stage.seconds * 1_000
    const [first, last] = [sampleAt(samples, begin), sampleAt(samples, end)]
    const delays = receipted.filter(({ seenAt }) => seenAt >= begin && seenAt < end).map(({ delayMs }) => delayMs)
    const delayAt = (share: number) => (delays.length === 0 ? NaN : quantile(delays, share))
    return {
      ...stage,
      answered: ((last.answered - first.answered) * 1_000) / (last.at - first.at),
      waiting: last.sent - last.answered,
      delay50: delayAt(0.5),
      delay99: delayAt(0.99)
    }
  })
}
