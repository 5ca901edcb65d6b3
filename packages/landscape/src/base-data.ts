/** Look-ups in base data as they were published: how often record systems look up enterprises, persons and personnel in a year. */
import { apportion } from './apportion.ts'
import type { LookUpRow } from './books/look-up-rows.ts'
import type { Landscape } from './landscape.ts'
import { type PlanRow, planFor } from './plan.ts'
import { periodOf } from './time/norwegian-time.ts'

export type BaseRegister = 'virksomhet' | 'person' | 'personell'

/** What one caller looks up in one register: most of it in a copy of its own, and some by asking. */
export type BaseDataUse = {
  /** HER-id of the service whose record system it is. */
  readonly from: string
  readonly register: BaseRegister
  readonly kopi: number
  readonly spurt: number
}
export type BaseDataPlan = { readonly uses: readonly BaseDataUse[]; readonly rows: readonly LookUpRow[] }

/** What one caller has looked up counts under this name, `way` by way. */
export const baseDataCount = (way: 'kopi' | 'spurt', register: BaseRegister, from: string) =>
  `${way}.${register}.${from}`

/** By the words of the plan's rows. How the second divides is published nowhere: assumed. */
const rows: readonly { readonly type: string; readonly registers: readonly BaseRegister[] }[] = [
  { type: 'look-ups: organisation', registers: ['virksomhet'] },
  { type: 'look-ups: person and personnel', registers: ['person', 'personell'] }
]
/** Asked over the exchange of all that is looked up, and at most so many of a row in a run: our choice. */
const askedOf = 1_000
const askedMax = 5_000

/** At 1 : scale; a month has its share of the year by days, since machines look up evenly. */
export function baseDataPlan({
  landscape,
  month,
  scale
}: {
  landscape: Landscape
  month?: number | undefined
  scale: number
}): BaseDataPlan {
  const { year } = landscape
  const { share } = periodOf(year, month)
  const callers = callersIn(landscape)
  const planned = rows.flatMap(({ type, registers }) => {
    const row = planFor(year).find((one) => one.system === 'base-data' && one.type === type)
    if (row?.count === undefined || row.status === 'U') return []
    const total = Math.round((row.count * share) / scale)
    const asked = Math.min(askedMax, Math.ceil(total / askedOf))
    const each = registers.flatMap((register) => callers.map((caller) => ({ register, from: caller })))
    const equally = each.map(() => 1)
    const [all, spurt] = [apportion(total, equally), apportion(asked, equally)]
    const uses = each.map((use, i) => ({ ...use, kopi: (all[i] ?? 0) - (spurt[i] ?? 0), spurt: spurt[i] ?? 0 }))
    return [{ row, total, asked, uses, published: month === undefined ? row.published : undefined }]
  })
  return {
    uses: planned.flatMap(({ uses }) => uses.filter(({ kopi, spurt }) => kopi + spurt > 0)),
    rows: planned.flatMap(({ row, total, asked, uses, published }): LookUpRow[] => {
      const counts = (way: 'kopi' | 'spurt') => uses.map((use) => baseDataCount(way, use.register, use.from))
      return [
        {
          ...wordsOf(row),
          counts: [...counts('kopi'), ...counts('spurt')],
          planned: total,
          published: published ?? null
        },
        {
          ...wordsOf(row),
          type: 'of these over the exchange',
          status: 'A',
          counts: counts('spurt'),
          planned: asked,
          published: null
        }
      ]
    })
  }
}

const wordsOf = ({ type, sender, receiver, status }: PlanRow) => ({
  type,
  sender,
  receiver,
  status: status === 'U' ? ('A' as const) : status
})

/** Whose systems look up, and that all do so equally, is assumed: the hospitals' and the municipalities'. */
const callersIn = ({ trusts, places }: Landscape): readonly string[] => [
  ...trusts.map(({ somatic }) => somatic),
  ...places.map(({ sykepleietjeneste }) => sykepleietjeneste)
]
