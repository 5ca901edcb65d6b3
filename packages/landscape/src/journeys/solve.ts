/** Chooses how many journeys of each kind to take, so that their sendings are the plan's to the unit. */
import { apportion } from '../apportion.ts'
import type { ScaledPlan } from '../plan.ts'
import type { Direction, Script, Sendings } from './journey.ts'
import { directions, sendingsOf } from './journey.ts'
import { fillingsOf, portions } from './mix.ts'

export type Taken = { readonly script: Script; readonly count: number }

/**
 * Each journey takes its share, rounded down, and never more than is left in any direction; single meldinger fill the rest.
 * Directions that the plan does not have get nothing.
 */
export function takeJourneys(plan: ScaledPlan): readonly Taken[] {
  const left = targetsOf(plan)
  const taken = portions.map(({ script, of, share }) => {
    const sendings = sendingsOf(script)
    const wanted = Math.floor((share * plannedIn(plan, of)) / sendings[of])
    const count = Math.min(wanted, ...directions.map((direction) => room(left[direction], sendings[direction])))
    for (const direction of directions) left[direction] -= count * sendings[direction]
    return { script, count }
  })
  const filled = directions.flatMap((direction) => {
    const fillings = fillingsOf(direction, plan.year)
    const counts = apportion(
      left[direction],
      fillings.map((filling) => filling.weight)
    )
    return fillings.map(({ script }, i) => ({ script, count: counts[i] ?? 0 }))
  })
  return [...taken, ...filled].filter(({ count }) => count > 0)
}

const room = (left: number, each: number) => (each === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / each))

function targetsOf(plan: ScaledPlan): { -readonly [D in Direction]: Sendings[D] } {
  return {
    'hf-to-municipality': plannedIn(plan, 'hf-to-municipality'),
    'municipality-to-gp': plannedIn(plan, 'municipality-to-gp'),
    'gp-to-municipality': plannedIn(plan, 'gp-to-municipality'),
    'municipality-to-hf': plannedIn(plan, 'municipality-to-hf')
  }
}

/** The plan names its rows 'care <direction>'. */
const plannedIn = (plan: ScaledPlan, direction: Direction) =>
  plan.rows.find((row) => row.type === `care ${direction}`)?.planned ?? 0
