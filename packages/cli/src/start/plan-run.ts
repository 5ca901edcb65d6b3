/** The plan of a run, and a scale by which it takes about a minute. */
import {
  bookedSendings,
  deathPlan,
  helsenorgePlan,
  lookUpPlan,
  replayedSystems,
  type ScaledPlan,
  scaledPlan
} from '@budstikka/landscape'
import { CannotError } from '../host.ts'
import type { Besides } from './besides.ts'

/** Measured: what two cores replay in about a minute, with receipts. */
const meldingerAMinute = 120_000

export type PlanChoice = {
  readonly year: number
  readonly month?: number
  readonly scale?: number
  /** Systems of the plan; default all that can be replayed. */
  readonly only?: readonly string[]
}

/** Throws on a year that has no plan, and CannotError on a system that nobody can replay. */
export function planRun({ year, month, scale, only }: PlanChoice): ScaledPlan {
  const known = replayedSystems(year)
  const unknown = only?.find((system) => !known.includes(system))
  if (unknown !== undefined) throw new CannotError(`expected --only of ${known.join(', ')}, got '${unknown}'`)
  const systems = only ?? known
  const planAt = (at: number) => scaledPlan(year, { systems, scale: at, ...(month !== undefined && { month }) })
  return planAt(scale ?? scaleFor(planAt, only === undefined ? {} : { only }))
}

/** Scales that are easily said; 2380 is the first below a minute that no row of 2019 is rounded out by, and 3300 one for 2021. */
const scales = [1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200, 250, 500, 1000, 1250, 1500, 2000, 2380, 2500, 3300]

/** The smallest that takes about a minute and whose rounding keeps every row within what was published. */
function scaleFor(planAt: (scale: number) => ScaledPlan, choice: Pick<PlanChoice, 'only'>): number {
  const isGood = (scale: number) => {
    const plan = planAt(scale)
    return bookedSendings(plan) <= meldingerAMinute && unequalRows(plan, choice).length === 0
  }
  return scales.find(isGood) ?? scales.at(-1) ?? 1
}

/** Rows that cannot come out as published, because the scale rounds them out of the interval. */
export const unequalRows = (
  plan: ScaledPlan,
  choice: Pick<PlanChoice, 'only'>
): readonly { readonly type: string }[] => [
  ...plan.rows.filter(({ isWithinPublished }) => isWithinPublished === false),
  ...besideRows(besidesOf(choice, plan)).filter(
    ({ planned, published }) =>
      published !== null && (planned * plan.scale < published.low || planned * plan.scale > published.high)
  )
]
const besideRows = ({ lookUps, deaths, helsenorge }: Besides) =>
  [lookUps, deaths, helsenorge].flatMap((plan) => plan?.rows ?? [])

/** What is played beside the meldinger, and not where only some systems of the plan are. */
export const besidesOf = ({ only }: Pick<PlanChoice, 'only'>, plan: ScaledPlan): Besides =>
  only === undefined
    ? { lookUps: lookUpPlan(plan), deaths: deathPlan(plan), helsenorge: helsenorgePlan(plan), hasBaseData: true }
    : {}
