/** Who visits Helsenorge: nobody is there twice at a time, and some come back after more than half an hour. */
import type { Landscape } from '../landscape.ts'
import type { Rng } from '../random.ts'

const minute = 60_000
/** A visit ends after half an hour of silence (Nasjonal e-helsemonitor). */
const silenceMs = 30 * minute
/** How long a visit goes on, at most; so long before the end nobody comes any more. */
export const visitMax = 60 * minute
/** Visits of who was there before: assumed. */
const returns = 1 / 20

export function visitorsOf(landscape: Landscape, rng: Rng) {
  const until = new Map<string, number>()
  const seen = new Set<string>()
  let last = ''
  const isAbsent = (who: string, at: number) => at >= (until.get(who) ?? 0)
  const enter = (who: string, at: number, steps: number): string => {
    until.set(who, at + steps * minute + 25 * minute + silenceMs)
    return (last = who)
  }
  const grown = () => landscape.randomPerson(rng, { bornTo: landscape.year - 19 }).id
  return {
    /** Of 18 years or more, there or not. */
    grown,
    /** Of 16 or more. */
    person(at: number, steps: number): string {
      let who = rng() < returns ? last : ''
      while (who === '' || !isAbsent(who, at)) who = landscape.randomPerson(rng, { bornTo: landscape.year - 17 }).id
      return enter(who, at, steps)
    },
    /** Of full age with a fødselsnummer, whom this has not given before. */
    unseen(at: number, steps: number): string {
      let who = grown()
      while (who >= '4' || seen.has(who) || !isAbsent(who, at)) who = grown()
      seen.add(who)
      return enter(who, at, steps)
    },
    /** That one; undefined where they are there already. */
    ifAbsent: (who: string, at: number, steps: number): string | undefined =>
      isAbsent(who, at) ? enter(who, at, steps) : undefined,
    forgetBefore(at: number) {
      for (const [one, end] of until) if (end <= at) until.delete(one)
    }
  }
}
