/** Asks at a given rate by the clock, whether or not the answers keep up. */
import { setTimeout as wait } from 'node:timers/promises'

/** Answers latencies in milliseconds, each from the time at which the question was due. */
export async function askByTheClock(
  ask: () => Promise<void>,
  perSecond: number,
  count: number
): Promise<readonly number[]> {
  const latencies: number[] = []
  const startedAt = performance.now()
  const asked: Promise<void>[] = []
  for (let number = 0; number < count; number++) {
    const due = startedAt + (number * 1_000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    asked.push(ask().then(() => void latencies.push(performance.now() - due)))
  }
  await Promise.all(asked)
  return latencies
}
