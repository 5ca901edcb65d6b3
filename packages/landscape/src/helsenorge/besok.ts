/** What visitors do on Helsenorge in a year or month, in order of time, so that it comes to the plan's visits, log-ins and services. */
import { derivedUuid } from '@budstikka/meldinger'
import type { Landscape } from '../landscape.ts'
import { createRng, type Rng } from '../random.ts'
import { periodOf } from '../time/norwegian-time.ts'
import { plannedOf, type PlayedHelsenorge } from './helsenorge-plan.ts'

export type Aktivitet = {
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  /** The person number of who logs in, and something else for who does not. */
  readonly besokende: string
  readonly handling: string
}

const minute = 60_000
/** A visit ends after half an hour of silence (Nasjonal e-helsemonitor). */
const silenceMs = 30 * minute
/** All assumed: log-ins that are the second of a visit, visits with a pause that does not end them, and those of who was there before. */
const [secondLogIns, pauses, returns] = [1 / 26, 1 / 10, 1 / 20]
/** How long a visit goes on, at most; so long before the end nobody comes any more. */
const visitMax = 60 * minute
const perTurn = 500

/** The same landscape, plan and seed give the same. A visit is spread evenly over the days: nothing is published of how they fall. */
export function* aktiviteter({ landscape, plan, seed }: PlayedHelsenorge): Generator<Aktivitet> {
  const { begins, ends } = periodOf(plan.year, plan.month)
  const rng = createRng(seed, 'helsenorge', plan.year, plan.month ?? 'year')
  const visits = plannedOf(plan, 'besok')
  const logIns = plannedOf(plan, 'innlogging')
  const twice = Math.floor(logIns * secondLogIns)
  const loggedIn = logIns - twice
  const services = plan.rows.flatMap(({ counts: [name = ''], planned }) =>
    name.startsWith('tjeneste.') ? [{ handling: name.slice('tjeneste.'.length), planned }] : []
  )
  const visitors = visitorsOf(landscape, rng)
  const waiting: Aktivitet[] = []
  let number = 0
  for (let visit = 0; visit < visits; visit++) {
    const at = Math.floor(begins + ((visit + 0.5) / visits) * (ends - begins - visitMax))
    if (visit % perTurn === 0) {
      visitors.forgetBefore(at)
      waiting.sort((one, other) => one.at - other.at)
      const until = waiting.findIndex((one) => one.at >= at)
      yield* waiting.splice(0, until < 0 ? waiting.length : until)
    }
    const isLoggedIn = more(visit, loggedIn, visits) > 0
    const done = isLoggedIn ? doneLoggedIn(number++) : ['side']
    if (rng() < pauses) done.push('pause', 'side')
    const besokende = isLoggedIn ? visitors.person(at, done.length) : derivedUuid(at, 'besokende', seed, String(visit))
    waiting.push(...timesOf(at, besokende, done))
  }
  yield* waiting.sort((one, other) => one.at - other.at)

  function doneLoggedIn(visit: number): string[] {
    const visited = services.flatMap(({ handling, planned }) =>
      Array.from({ length: more(visit, planned, loggedIn) }, () => handling)
    )
    const again = more(visit, twice, loggedIn) > 0 ? ['innlogging'] : []
    return ['side', 'innlogging', ...visited, ...again]
  }
}

/** How many of `all` fall on the number-th of `among`, so that they come to it to the unit. */
const more = (number: number, all: number, among: number) =>
  Math.floor(((number + 1) * all) / among) - Math.floor((number * all) / among)

/** A minute apart, and 25 where there is a pause. */
function timesOf(begins: number, besokende: string, done: readonly string[]): Aktivitet[] {
  let at = begins
  return done.flatMap((handling) => {
    if (handling === 'pause') {
      at += 25 * minute
      return []
    }
    const one = { at, besokende, handling }
    at += minute
    return [one]
  })
}

/** Persons of 16 or more who are not on Helsenorge already: some of them were, and come back after more than half an hour. */
function visitorsOf(landscape: Landscape, rng: Rng) {
  const until = new Map<string, number>()
  let last = ''
  return {
    person(at: number, steps: number): string {
      let who = rng() < returns ? last : ''
      while (who === '' || at < (until.get(who) ?? 0))
        who = landscape.randomPerson(rng, { bornTo: landscape.year - 17 }).id
      until.set(who, at + steps * minute + 25 * minute + silenceMs)
      return (last = who)
    },
    forgetBefore(at: number) {
      for (const [one, end] of until) if (end <= at) until.delete(one)
    }
  }
}
