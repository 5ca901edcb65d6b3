/** Sets what was counted beside every row of a year's plan, in the scale of the run. Pure. */
import { replayedSystems } from '../journeys/solve.ts'
import { type PlanRow, scaledPlan, splitPlanFor } from '../plan.ts'
import type { FlowRow } from './answers.ts'
import { plannedRows } from './planned-rows.ts'

export type CountedRow = { readonly row: PlanRow; readonly counted: number }

/**
 * Each flow goes to the first row that covers it. The year's total of medical messages is the sum of its parts: what follows from
 * them beside the plan (a report to the doctor of each dispensing) is in neither. Rows that are no part of the total stand here when
 * somebody sends them; those that no melding can belong to (visits, look-ups) are left out.
 */
export function countByRow(year: number, flow: readonly FlowRow[]): readonly CountedRow[] {
  const rows = splitPlanFor(year)
  const replayed = replayedSystems(year)
  const parts = rows.filter(
    ({ system, inMedicalTotal, count }) => count !== undefined && (inMedicalTotal || replayed.includes(system))
  )
  const systems = [...new Set(parts.map(({ system }) => system))]
  if (systems.length === 0) return []
  const planned = plannedRows(scaledPlan(year, { scale: 1, systems }))
  const counts = planned.map(() => 0)
  for (const cell of flow) {
    const index = planned.findIndex((row) => row.covers(cell))
    if (index >= 0) counts[index] = (counts[index] ?? 0) + cell.sendings
  }
  const total = rows.find(({ system }) => system === 'medical-messages')
  const counted = parts.reduce((sum, { inMedicalTotal }, at) => sum + (inMedicalTotal ? (counts[at] ?? 0) : 0), 0)
  return [
    ...(total ? [{ row: total, counted }] : []),
    ...parts.map((row, index) => ({ row, counted: counts[index] ?? 0 }))
  ]
}
