/** Chooses how many journeys of each kind to take, so that their sendings are the plan's to the unit. */
import { apportion } from '../apportion.ts'
import { plannedRows } from '../books/planned-rows.ts'
import type { ScaledPlan } from '../plan.ts'
import { splitPlanFor } from '../plan.ts'
import { fillingsOf } from './fillings.ts'
import type { Script } from './journey.ts'
import { sendingsOf } from './journey.ts'
import { portions } from './mix.ts'

export type Taken = { readonly script: Script; readonly count: number }

/**
 * Each journey takes its share, rounded down, and never more than is left in any row; single meldinger fill the rest. A journey
 * that sends what no row of the plan has is not taken. Throws on a row that nobody can fill.
 */
export function takeJourneys(plan: ScaledPlan): readonly Taken[] {
  const rows = plannedRows(plan)
  const left = new Map(rows.map((row) => [row, row.planned]))
  const taken = portions.flatMap(({ script, of, share }) => {
    const own = rows.find((row) => row.type === of)
    const sendings = sendingsOf(script, rows)
    if (own === undefined || sendings === undefined) return []
    const wanted = Math.floor((share * own.planned) / (sendings.get(own) ?? 1))
    const rooms = Array.from(sendings, ([row, each]) => Math.floor((left.get(row) ?? 0) / each))
    const count = Math.min(wanted, ...rooms)
    for (const [row, each] of sendings) left.set(row, (left.get(row) ?? 0) - count * each)
    return [{ script, count }]
  })
  const filled = rows.flatMap((row) => {
    const fillings = fillingsOf(row.type, plan.year)
    if (fillings === undefined) throw new Error(`expected somebody who sends '${row.type}', nobody does`)
    // All of a row alike: one sending, or a question and its answer.
    const each = sendingsOf(fillings[0]?.script ?? [], rows)?.get(row) ?? 1
    const weights = fillings.map(({ weight }) => weight)
    const counts = apportion((left.get(row) ?? 0) / each, weights)
    return fillings.map(({ script }, i) => ({ script, count: counts[i] ?? 0 }))
  })
  return [...taken, ...filled].filter(({ count }) => count > 0)
}

/** Systems of a year's plan that can be replayed: those of whose every row somebody sends what it is about. */
export function replayedSystems(year: number): readonly string[] {
  const rows = Object.groupBy(splitPlanFor(year), ({ system }) => system)
  const isSent = ({ type }: { readonly type: string }) => fillingsOf(type, year) !== undefined
  return Object.entries(rows).flatMap(([system, own = []]) => (own.every(isSent) ? [system] : []))
}
