/** The rows that a run's books have: the plan's, and what follows from them. */
import { followedRows } from '../journeys/followed.ts'
import { takeJourneys } from '../journeys/solve.ts'
import type { ScaledPlan } from '../plan.ts'
import type { PlannedRow } from './make-report.ts'
import { plannedRows } from './planned-rows.ts'

export function bookedRows(plan: ScaledPlan): readonly PlannedRow[] {
  const rows = plannedRows(plan)
  return [...rows, ...followedRows(takeJourneys(plan), rows)]
}

/** Sendings that a run makes, receipts not counted. */
export const bookedSendings = (plan: ScaledPlan): number =>
  bookedRows(plan).reduce((sum, { planned }) => sum + planned, 0)
