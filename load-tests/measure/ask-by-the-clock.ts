/** Asks at a given rate by the clock, whether or not the answers keep up. */
import { setTimeout as wait } from 'node:timers/promises'
import { bar } from './bar.ts'

/** Answers latencies in milliseconds, each from the time at which the question was due; `what` stands beside the bar. */
export async function askByTheClock(
  what: string,
  ask: () => Promise<unknown>,
  perSecond: number,
  count: number
): Promise<readonly number[]> {
  const latencies: number[] = []
  const show = bar(what, count)
  const startedAt = performance.now()
  const asked: Promise<void>[] = []
  for (let number = 0; number < count; number++) {
    const due = startedAt + (number * 1_000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    asked.push(ask().then(() => show(latencies.push(performance.now() - due))))
  }
  await Promise.all(asked)
  return latencies
}
