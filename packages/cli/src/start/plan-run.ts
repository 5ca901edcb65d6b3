/** The plan of a run, and a scale by which it takes about a minute. */
import { type ScaledPlan, scaledPlan } from '@budstikka/landscape'

/** Rows of the plan that are replayed. */
export const systems = ['care-messages'] as const

/** Measured: what two cores replay in about a minute, with receipts. */
const meldingerAMinute = 120_000

/** Throws on a year that has no plan. */
export function planRun({ year, month, scale }: { year: number; month?: number; scale?: number }): ScaledPlan {
  const planAt = (at: number) => scaledPlan(year, { systems, scale: at, ...(month !== undefined && { month }) })
  return planAt(scale ?? scaleFor(planAt))
}

/** Scales that are easily said. */
const scales = [1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200, 250, 500, 1000]

/** The smallest that takes about a minute and whose rounding keeps every row within what was published. */
export function scaleFor(planAt: (scale: number) => ScaledPlan): number {
  const isGood = (scale: number) => {
    const plan = planAt(scale)
    return plan.planned <= meldingerAMinute && unequalRows(plan).length === 0
  }
  return scales.find(isGood) ?? scales.at(-1) ?? 1
}

/** Rows that cannot come out as published, because the scale rounds them out of the interval. */
export const unequalRows = ({ rows }: ScaledPlan) => rows.filter(({ isWithinPublished }) => isWithinPublished === false)
