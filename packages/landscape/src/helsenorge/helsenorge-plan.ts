/** What the plan has of Helsenorge and of Pasientreiser in a year or month: visits, log-ins, visits to services, applications. */
import { type LookUpRow, widened } from '../books/look-up-rows.ts'
import type { Landscape } from '../landscape.ts'
import { planFor, type PlayedPart } from '../plan.ts'
import { periodOf } from '../time/norwegian-time.ts'

/** `counts` of the rows: what whoever counts them calls them. */
export type HelsenorgePlan = {
  readonly year: number
  readonly month: number | undefined
  readonly rows: readonly LookUpRow[]
}

/** Whose visits and applications they are, how many, and under which seed. */
export type PlayedHelsenorge = { readonly landscape: Landscape; readonly plan: HelsenorgePlan; readonly seed: string }

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

/** Visits to test results for each log-in: that they are looked at is known, how often is published nowhere, so it is assumed. */
const atProvesvar = 0.05

/** At 1 : scale; what the plan does not know of has no row. A month has its share of the days. */
export function helsenorgePlan({ year, month, scale }: PlayedPart): HelsenorgePlan {
  const { share } = periodOf(year, month)
  const rows = planFor(year).flatMap((row): readonly LookUpRow[] => {
    const { system, type, sender, receiver, count, status } = row
    const name = system === 'helsenorge' || system === 'patient-travel' ? names[type] : undefined
    if (name === undefined || count === undefined || status === 'U') return []
    const planned = Math.round((count * share) / scale)
    const published = month === undefined && row.published ? widened(row.published, scale) : null
    return [{ type, sender, receiver, status, counts: [name], planned, published }]
  })
  const logIns = rows.findIndex(({ counts }) => counts[0] === 'innlogging')
  const row = rows[logIns]
  return { year, month, rows: row === undefined ? rows : rows.toSpliced(logIns + 1, 0, provesvarOf(row)) }
}

const provesvarOf = ({ sender, planned }: LookUpRow): LookUpRow => ({
  type: 'service: test results',
  sender,
  receiver: 'Helsenorge',
  status: 'A',
  counts: ['tjeneste.provesvar'],
  planned: Math.round(planned * atProvesvar),
  published: null
})

export const plannedOf = ({ rows }: HelsenorgePlan, name: string): number =>
  rows.find(({ counts }) => counts[0] === name)?.planned ?? 0
