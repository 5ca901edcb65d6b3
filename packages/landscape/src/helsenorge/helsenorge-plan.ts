/** What the plan has of Helsenorge and of Pasientreiser in a year or month: visits, log-ins, visits to services, applications. */
import type { LookUpRow } from '../books/look-up-rows.ts'
import { planFor, type PlanRow } from '../plan.ts'
import { midnight } from '../time/norwegian-time.ts'

/** `counts` of the rows: what whoever counts them calls them. */
export type HelsenorgePlan = {
  readonly year: number
  readonly month: number | undefined
  readonly rows: readonly LookUpRow[]
}

const names: Readonly<Record<string, string>> = {
  visits: 'besok',
  'log-ins': 'innlogging',
  'service: medicines': 'tjeneste.legemidler',
  'service: appointments': 'tjeneste.timer',
  'service: messages': 'tjeneste.meldinger',
  'service: GP services': 'tjeneste.fastlege',
  'service: forms': 'tjeneste.skjema',
  'electronic applications': 'soknad'
}

/** At 1 : scale; what the plan does not know of has no row. A month has its share of the days. */
export function helsenorgePlan({
  year,
  month,
  scale
}: {
  year: number
  month?: number | undefined
  scale: number
}): HelsenorgePlan {
  const { begins, ends } = periodOf(year, month)
  const share = (ends - begins) / (midnight(year, 13, 1) - midnight(year, 1, 1))
  const rows = planFor(year).flatMap((row): readonly LookUpRow[] => {
    const { system, type, sender, receiver, count, status } = row
    const name = system === 'helsenorge' || system === 'patient-travel' ? names[type] : undefined
    if (name === undefined || count === undefined || status === 'U') return []
    const planned = Math.round((count * share) / scale)
    const published = month === undefined ? publishedAt(row, scale) : null
    return [{ type, sender, receiver, status, counts: [name], planned, published }]
  })
  return { year, month, rows }
}

/** Milliseconds since 1970. */
export function periodOf(year: number, month: number | undefined): { readonly begins: number; readonly ends: number } {
  const [from, to] = month === undefined ? [1, 13] : [month, month + 1]
  return { begins: midnight(year, from, 1), ends: midnight(year, to, 1) }
}

export const plannedOf = ({ rows }: HelsenorgePlan, name: string): number =>
  rows.find(({ counts }) => counts[0] === name)?.planned ?? 0

/** A count at 1 : scale tells to half a scale what it is in full, so an interval that is narrower is widened to that. */
function publishedAt({ published }: PlanRow, scale: number): LookUpRow['published'] {
  if (published === undefined) return null
  const { value, low, high } = published
  return { value, low: Math.floor(low - scale / 2), high: Math.ceil(high + scale / 2) }
}
