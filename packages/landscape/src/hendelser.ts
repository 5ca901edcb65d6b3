/** Everything that happens in a year or month, told in order of simulated time; what is sent because of it is the plan, to the unit. */
import type { Hendelse } from './hendelse.ts'
import { answerDelayMaxMs } from './answering.ts'
import { enact } from './journeys/enact.ts'
import { takeJourneys } from './journeys/solve.ts'
import { seasonOf } from './journeys/season.ts'
import { startsInOrder } from './journeys/starts.ts'
import { mournedIn, tellsOfDeath } from './deaths/mourned.ts'
import type { Landscape } from './landscape.ts'
import type { ScaledPlan } from './plan.ts'
import { createRng } from './random.ts'
import { calendar } from './time/calendar.ts'
import { officeTime } from './time/office-time.ts'

const hourMs = 3_600_000
/** Happenings in a batch, at most. */
const batchMax = 256
/** Nothing happens so shortly before the end that its answer would come after. */
const lastStepBeforeEndMs = answerDelayMaxMs + hourMs

/**
 * Batches of at most 256, never across an hour, made as they are asked for: what is held at once are the steps to come of the
 * journeys that have begun, some two weeks of them. The same landscape, plan and seed give the same happenings.
 */
export function* hendelser(options: {
  readonly landscape: Landscape
  readonly plan: ScaledPlan
  readonly seed: string
}): Generator<Hendelse[]> {
  const { landscape, plan, seed } = options
  const time = officeTime(calendar(plan.year), plan.month)
  const rng = createRng(seed, 'hendelser', plan.year, plan.month ?? 'year', plan.scale)
  const run = Math.floor(rng() * 2 ** 32).toString(36)
  const lastStep = time.of(time.ends - lastStepBeforeEndMs)
  const starts = startsInOrder(takeJourneys(plan), {
    rng,
    latest: lastStep,
    workingDay: time.workingDay,
    ...(plan.month === undefined && { seasonOf: seasonOf(plan.year, time) })
  })
  const mourned = mournedIn(options)
  const hours = new Map<number, Hendelse[]>()
  let hour = 0
  let journey = 0
  for (const { script, start } of starts) {
    for (const startHour = hourOf(time.at(start)); hour < startHour; hour++) yield* batches(hours, hour)
    const id = `${run}-${(journey++).toString(36)}`
    const dead = tellsOfDeath(script) ? mourned(time.at(start)) : undefined
    const steps = enact({ landscape, time, rng, script, id, start, lastStep, dead })
    for (const step of steps) {
      const at = hourOf(step.at)
      const there = hours.get(at)
      if (there === undefined) hours.set(at, [step])
      else there.push(step)
    }
  }
  for (; hours.size > 0; hour++) yield* batches(hours, hour)

  function hourOf(at: number): number {
    return Math.floor((at - time.begins) / hourMs)
  }
}

function* batches(hours: Map<number, Hendelse[]>, hour: number): Generator<Hendelse[]> {
  const all = hours.get(hour)
  if (all === undefined) return
  hours.delete(hour)
  all.sort((one, other) => one.at - other.at)
  for (let i = 0; i < all.length; i += batchMax) yield all.slice(i, i + batchMax)
}
