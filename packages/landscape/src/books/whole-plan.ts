/** The whole plan of a year beside what was sent of it: the total of medical messages, and the rows outside it that nobody sends. */
import { replayedSystems } from '../journeys/solve.ts'
import { type ScaledPlan, scaleOf, splitPlanFor } from '../plan.ts'
import type { ReportRow, Total, UnsentRow } from './report.ts'

/**
 * Undefined for a month, for a part of the plan, and for a year whose total is unknown. `rows` are the report's: the plan's come first, in
 * its order.
 */
export function wholePlan(
  plan: ScaledPlan,
  rows: readonly ReportRow[]
): { readonly total: Total; readonly unsent: UnsentRow[] } | undefined {
  const { year, scale, month } = plan
  const all = splitPlanFor(year)
  const whole = all.find(({ system }) => system === 'medical-messages')
  const sent = new Set(plan.rows.map(({ system }) => system))
  const isPart = month !== undefined || replayedSystems(year).some((system) => !sent.has(system))
  if (isPart || whole?.count === undefined) return undefined
  const unsent = all
    .filter(
      ({ system, count }) =>
        system !== 'medical-messages' && !sent.has(system) && !(besides.has(system) && count !== undefined)
    )
    .map((row): UnsentRow => {
      const { type, sender, receiver, status, published = null } = row
      const planned = row.count === undefined ? null : scaleOf(row, row.count / scale)
      return { type, sender, receiver, status, planned, published }
    })
  const inTotal = plan.rows.flatMap(({ inMedicalTotal, planned }, index) =>
    inMedicalTotal ? [{ planned, counted: rows[index]?.counted ?? 0 }] : []
  )
  const counted = inTotal.reduce((sum, row) => sum + row.counted, 0)
  const planned = inTotal.reduce((sum, row) => sum + row.planned, 0)
  const published = whole.published ?? null
  const isWithin = published === null || (planned * scale >= published.low && planned * scale <= published.high)
  return { total: { planned, counted, published, equal: isWithin && counted === planned }, unsent }
}

/** Look-ups in kjernejournal and in grunndata, deaths, and Helsenorge, are played beside the meldinger, and stand in tables of their own. */
const besides: ReadonlySet<string> = new Set([
  'core-record',
  'death-notification',
  'base-data',
  'helsenorge',
  'patient-travel'
])
