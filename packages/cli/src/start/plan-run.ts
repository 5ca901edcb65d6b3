/** The plan of a run, and a scale by which it takes about a minute. */
import { type ScaledPlan, scaledPlan } from '@budstikka/landscape'

/** Rows of the plan that are replayed. */
export const systems = ['care-messages'] as const

/** Measured: what two cores replay in about a minute, with receipts. */
const meldingerAMinute = 120_000

/** Throws on a year that has no plan. */
export function planRun({ year, month, scale }: { year: number; month?: number; scale?: number }): ScaledPlan {
  const of = { systems, ...(month !== undefined && { month }) }
  return scaledPlan(year, { ...of, scale: scale ?? scaleFor(scaledPlan(year, { ...of, scale: 1 }).planned) })
}

/** A round number, so that it can be said and repeated. */
export function scaleFor(planned: number): number {
  const exact = planned / meldingerAMinute
  if (exact <= 1) return 1
  const unit = 10 ** Math.floor(Math.log10(exact))
  return Math.ceil((exact / unit) * 2) * (unit / 2) < 10 ? Math.ceil(exact) : Math.ceil(exact / unit) * unit
}
