/** When journeys begin: each kind evenly over its period, all kinds merged in order of time. */
import type { Rng } from '../random.ts'
import type { Script } from './journey.ts'
import type { Taken } from './solve.ts'

export type Start = { readonly script: Script; readonly start: number }

/**
 * Each kind exactly as often as it is taken, from office time 0 to `latest`, one at random in each of as many equal parts of its season.
 * A long kind stops early enough for an ordinary one to end in time, so that the last days are not crowded.
 */
export function* startsInOrder(
  taken: readonly Taken[],
  options: {
    readonly rng: Rng
    readonly latest: number
    readonly workingDay: number
    /** From the share of a kind that has begun to the share of the period that has passed then; default even. */
    seasonOf?(script: Script): (share: number) => number
  }
): Generator<Start> {
  const { rng, latest, workingDay, seasonOf = () => (share: number) => share } = options
  const kinds = taken.map(({ script, count }) => {
    const until = Math.max(latest / 4, latest - usualDays(script) * workingDay)
    const when = seasonOf(script)
    return { script, count, until, when, drawn: 0, next: when(rng() / count) * until }
  })
  const total = taken.reduce((sum, { count }) => sum + count, 0)
  for (let i = 0; i < total; i++) {
    const first = kinds.reduce((one, other) => (other.next < one.next ? other : one))
    yield { script: first.script, start: first.next }
    first.drawn++
    const { drawn, count, until, when } = first
    first.next = drawn < count ? when((drawn + rng()) / count) * until : Number.POSITIVE_INFINITY
  }
}

/** Working days from the first step to the last, in the middle of what is allowed. */
const usualDays = (script: Script) => script.reduce((sum, { wait: [low, high] = [0, 0] }) => sum + (low + high) / 2, 0)
