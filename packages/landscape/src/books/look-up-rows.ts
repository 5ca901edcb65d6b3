/** The look-ups in the books: what was planned and published beside what kjernejournal has counted. */
import type { ReplayedStatus, ReportRow } from './report.ts'

/** What was published, in full: a rounded figure is anything that rounds to it. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number }

export type LookUpRow = {
  readonly type: string
  readonly sender: string
  readonly receiver: string
  readonly status: ReplayedStatus
  /** What kjernejournal calls them; their sum is the row's. */
  readonly counts: readonly string[]
  /** In the scale of the run. */
  readonly planned: number
  readonly published: Interval | null
}

/** A count at 1 : scale tells to half a scale what it is in full, so an interval that is narrower is widened to that. */
export const widened = ({ value, low, high }: Interval, scale: number): Interval => ({
  value: Math.round(value),
  low: Math.floor(low - scale / 2),
  high: Math.ceil(high + scale / 2)
})

/** Equal: exactly as planned, and in full scale within what was published. `tall`: what kjernejournal says. */
export function lookUpReport(
  rows: readonly LookUpRow[],
  tall: Readonly<Record<string, number>>,
  scale: number
): ReportRow[] {
  return rows.map(({ counts, ...row }) => {
    const counted = counts.reduce((sum, what) => sum + (tall[what] ?? 0), 0)
    const { planned, published } = row
    const isPublished = published === null || (counted * scale >= published.low && counted * scale <= published.high)
    return { ...row, counted, equal: counted === planned && isPublished }
  })
}
