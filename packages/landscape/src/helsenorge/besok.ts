/** What visitors do on Helsenorge in a year or month, in order of time, so that it comes to the plan's visits, log-ins, services and persons. */
import { derivedUuid } from '@budstikka/meldinger'
import { citizensIn, type LookUpPlan, partsOf } from '../look-ups.ts'
import { createRng } from '../random.ts'
import { periodOf } from '../time/norwegian-time.ts'
import { forAnotherOf } from './for-another.ts'
import { plannedOf, type PlayedHelsenorge } from './helsenorge-plan.ts'
import { visitorsOf, visitMax } from './visitors.ts'

export type Aktivitet = {
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  /** The person number of who logs in, and something else for who does not. */
  readonly besokende: string
  readonly handling: string
  /** Whose it is that is looked at; absent for one's own. */
  readonly gjelder?: string
  /** Parts of the core record that are looked at. */
  readonly deler?: readonly string[]
  /** Who is given a fullmakt, and its last day. */
  readonly haver?: string
  readonly til?: string
}
type Done = Omit<Aktivitet, 'at' | 'besokende'>

const minute = 60_000
/** All assumed: log-ins that are the second of a visit, and visits with a pause that does not end them. */
const [secondLogIns, pauses] = [1 / 26, 1 / 10]
const perTurn = 500

/**
 * The same landscape, plans and seed give the same. A visit is spread evenly over the days: nothing is published of how they fall. The
 * persons of `lookUps` look at their own core record in one of their visits each.
 */
export function* aktiviteter({
  landscape,
  plan,
  seed,
  lookUps
}: PlayedHelsenorge & { readonly lookUps?: LookUpPlan | undefined }): Generator<Aktivitet> {
  const { begins, ends } = periodOf(plan.year, plan.month)
  const rng = createRng(seed, 'helsenorge', plan.year, plan.month ?? 'year')
  const visits = plannedOf(plan, 'besok')
  const logIns = plannedOf(plan, 'innlogging')
  const twice = Math.floor(logIns * secondLogIns)
  const loggedIn = logIns - twice
  const looking = lookUps === undefined ? 0 : citizensIn(lookUps)
  const services = plan.rows.flatMap(({ counts: [name = ''], planned }) =>
    name.startsWith('tjeneste.') ? [{ handling: name.slice('tjeneste.'.length), planned }] : []
  )
  const visitors = visitorsOf(landscape, rng)
  const forAnother = forAnotherOf(landscape, rng, visitors)
  const waiting: Aktivitet[] = []
  let [number, looked] = [0, 0]
  for (let visit = 0; visit < visits; visit++) {
    const at = Math.floor(begins + ((visit + 0.5) / visits) * (ends - begins - visitMax))
    if (visit % perTurn === 0) {
      visitors.forgetBefore(at)
      waiting.sort((one, other) => one.at - other.at)
      const until = waiting.findIndex((one) => one.at >= at)
      yield* waiting.splice(0, until < 0 ? waiting.length : until)
    }
    if (more(visit, loggedIn, visits) > 0) waiting.push(...visitOf(number++, at))
    else waiting.push(...timesOf(at, derivedUuid(at, 'besokende', seed, String(visit)), withPause([side])))
  }
  yield* waiting.sort((one, other) => one.at - other.at)

  function visitOf(visit: number, at: number): Aktivitet[] {
    const visited = services.flatMap(({ handling, planned }) =>
      Array.from({ length: more(visit, planned, loggedIn) }, (): Done => ({ handling }))
    )
    const again = more(visit, twice, loggedIn) > 0 ? [logIn] : []
    const done = withPause([side, logIn, ...visited, ...again])
    if (more(visit, looking, loggedIn) > 0) {
      done.splice(2, 0, { handling: 'kjernejournal', deler: partsOf(looked++) })
      return timesOf(at, visitors.unseen(at, done.length), done)
    }
    const medicines = done.findIndex(({ handling }) => handling === 'legemidler')
    const another = medicines < 0 ? undefined : forAnother.look(at, done.length)
    if (another !== undefined) {
      done[medicines] = { handling: 'legemidler', gjelder: another.gjelder }
      return timesOf(at, another.besokende, done)
    }
    const besokende = visitors.person(at, done.length + 1)
    const given = forAnother.give(besokende, at)
    if (given !== undefined) done.splice(2, 0, { handling: 'fullmakt', ...given })
    return timesOf(at, besokende, done)
  }

  function withPause(done: Done[]): Done[] {
    return rng() < pauses ? [...done, pause, side] : done
  }
}

const [side, logIn, pause]: readonly [Done, Done, Done] = [
  { handling: 'side' },
  { handling: 'innlogging' },
  { handling: 'pause' }
]

/** How many of `all` fall on the number-th of `among`, so that they come to it to the unit. */
const more = (number: number, all: number, among: number) =>
  Math.floor(((number + 1) * all) / among) - Math.floor((number * all) / among)

/** A minute apart, and 25 where there is a pause. */
function timesOf(begins: number, besokende: string, done: readonly Done[]): Aktivitet[] {
  let at = begins
  return done.flatMap((step) => {
    if (step === pause) {
      at += 25 * minute
      return []
    }
    const one = { at, besokende, ...step }
    at += minute
    return [one]
  })
}
