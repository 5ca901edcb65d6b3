/** What a run says of itself: what its scale rounds out, and at the end its books. */
import { writeFileSync } from 'node:fs'
import { allEqual, booksBalance, printBooks, type Report, type ScaledPlan } from '@budstikka/landscape'
import { type Host, json, line, tell } from '../host.ts'
import type { RunOptions } from './options.ts'
import { unequalRows } from './plan-run.ts'

export function tellTooCoarse(host: Pick<Host, 'stderr'>, plan: ScaledPlan, choice: Pick<RunOptions, 'only'>): void {
  for (const { type } of unequalRows(plan, choice))
    tell(
      host,
      `in scale ${plan.scale} '${type}' is rounded out of what was published, and its row of the books will say NEI;` +
        ' it is played all the same. 1000 and finer come out.'
    )
}

/**
 * Prints the books, or the report with `more` for programs, and writes the report where it is wanted; answers whether they
 * balance and equal what was published.
 */
export function tellBooks(
  host: Pick<Host, 'stdout'>,
  report: Report,
  wanted: Pick<RunOptions, 'report' | 'json'>,
  more = {}
): boolean {
  if (wanted.json) json(host, { report, ...more })
  else printBooks(report, (text) => line(host, text))
  if (wanted.report !== undefined) writeFileSync(wanted.report, `${JSON.stringify(report, null, 2)}\n`)
  return booksBalance(report) && allEqual(report)
}
