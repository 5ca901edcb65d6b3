/** Look-ups in kjernejournal as they were published: by personnel through evenings and week-ends; and how many persons look, at which parts. */
import { createRng, pick } from './random.ts'
import type { Rng } from './random.ts'
import type { Landscape } from './landscape.ts'
import { planFor, type PlayedPart } from './plan.ts'
import type { LookUpRow } from './books/look-up-rows.ts'
import { midnight, offsetAt } from './time/norwegian-time.ts'

export type LookUp = {
  readonly number: number
  readonly at: number
  /** HER-id of the party that asks. */
  readonly from: string
  readonly fodselsnummer: string
  readonly hprNummer: string
  /** List 9060. */
  readonly rolle: string
  readonly grunnlag: 'SAMTYKKE' | 'AKUTT' | 'UNNTAK'
}

export type LookUpPlan = {
  readonly year: number
  readonly month: number | undefined
  readonly rows: readonly LookUpRow[]
}

/** Look-ups a week, and what its wording leaves open (Nasjonal e-helsemonitor 2020; E-helsetrender 2022). */
const weekly: Readonly<Record<number, readonly [low: number, high: number]>> = {
  2019: [19_500, 20_500],
  2021: [37_500, 38_500]
}
/** Persons who have looked at their own, and what the wording leaves open (the same). */
const persons: Readonly<Record<number, readonly [value: number, high: number]>> = {
  2019: [2_451_000, 2_452_000],
  2021: [3_850_000, 3_860_000]
}
/** Of them, per cent who looked at each part; published for 2019, and assumed to hold in other years. */
const parts = { legemidler: 90, kritisk: 60, besok: 43, logg: 32 } as const

/** Who asks: what part of the look-ups is whose is published nowhere, so it is assumed. */
const askers = [
  { what: '101', sender: 'hospital trust (101)', share: 0.5 },
  { what: '102', sender: 'legevakt (102)', share: 0.3 },
  { what: '103', sender: 'GP (103)', share: 0.2 }
] as const

const receiver = 'Kjernejournal'

/** Rows of a year or month at 1 : scale; a year whose look-ups are not known has none. */
export function lookUpPlan({ year, month, scale }: PlayedPart): LookUpPlan {
  const share = month === undefined ? 1 : hoursIn(year, month).length / hoursIn(year).length
  const inScale = (count: number) => Math.round((count * share) / scale)
  const interval = (low: number, value: number, high: number) =>
    month === undefined ? { low: Math.ceil(low), value: Math.round(value), high: Math.floor(high) } : null
  const count = planFor(year).find(({ system }) => system === 'core-record')?.count
  const rows: LookUpRow[] = []
  if (count !== undefined) {
    const byAsker = askers.map(({ share: part }) => inScale(count * part))
    const [low, high] = weekly[year] ?? []
    const days = hoursIn(year).length / 24 / 7
    rows.push({
      type: 'look-ups by health personnel',
      sender: 'health personnel',
      receiver,
      status: 'D',
      counts: askers.map(({ what }) => `helsepersonell.${what}`),
      planned: byAsker.reduce((sum, one) => sum + one, 0),
      published: low === undefined || high === undefined ? null : interval(low * days, count, high * days)
    })
    askers.forEach(({ what, sender }, at) =>
      rows.push({
        type: 'of these',
        sender,
        receiver,
        status: 'A',
        counts: [`helsepersonell.${what}`],
        planned: byAsker[at] ?? 0,
        published: null
      })
    )
  }
  const [citizens, most] = persons[year] ?? []
  if (citizens === undefined || most === undefined) return { year, month, rows }
  const looked = inScale(citizens)
  const citizen = { sender: 'citizen', receiver } as const
  rows.push({
    ...citizen,
    type: 'persons who have looked',
    status: 'P',
    counts: ['innbygger'],
    planned: looked,
    published: interval(citizens, citizens, most)
  })
  for (const [del, percent] of Object.entries(parts))
    rows.push({
      ...citizen,
      type: `of them at ${del}`,
      status: year === 2019 ? 'P' : 'A',
      counts: [`innbygger.${del}`],
      planned: Math.round((looked * percent) / 100),
      published:
        year === 2019
          ? interval((citizens * (percent - 0.5)) / 100, (citizens * percent) / 100, (most * (percent + 0.5)) / 100)
          : null
    })
  return { year, month, rows }
}

const plannedOf = ({ rows }: LookUpPlan, what: string) =>
  rows.findLast(({ counts }) => counts.length === 1 && counts[0] === what)?.planned ?? 0

/** Those of personnel, in order of time; those of persons are in their visits to Helsenorge. The same plan and seed give the same ones. */
export function* lookUps({
  landscape,
  plan,
  seed
}: {
  landscape: Landscape
  plan: LookUpPlan
  seed: string
}): Generator<LookUp> {
  const { year, month } = plan
  const rng = createRng(seed, 'look-ups', year, month ?? 'year')
  const timeOf = emergencyTime(year, month)
  const wanted = askers.map(({ what }) => plannedOf(plan, `helsepersonell.${what}`))
  const total = wanted.reduce((sum, one) => sum + one, 0)
  const given = wanted.map(() => 0)
  for (let number = 0; number < total; number++) {
    // Whoever is furthest behind their share asks next.
    const behind = wanted.map((all, at) => (all * (number + 1)) / total - (given[at] ?? 0))
    const at = behind.indexOf(Math.max(...behind))
    given[at] = (given[at] ?? 0) + 1
    yield { number, at: timeOf((number + 0.5) / total), ...asking(landscape, rng, at) }
  }
}

/** How many persons look at their own. */
export const citizensIn = (plan: LookUpPlan): number => plannedOf(plan, 'innbygger')

/** At which parts the number-th of them looks, so that they come to the plan's parts to the unit. */
export function partsOf(number: number): readonly string[] {
  const deler = Object.entries(parts).flatMap(([del, percent]) => (isOneMore(number, percent) ? [del] : []))
  return deler.length > 0 ? deler : ['egne']
}

/** Whether the part of a whole grows when the whole does, so that it is the share of it to the unit. */
const isOneMore = (number: number, percent: number) =>
  Math.round(((number + 1) * percent) / 100) > Math.round((number * percent) / 100)

function asking(landscape: Landscape, rng: Rng, asker: number) {
  const { id: fodselsnummer, fastlege, municipality } = landscape.randomPerson(rng)
  const somebody = `0${100_000 + Math.floor(rng() * 900_000)}`
  const about = { fodselsnummer, hprNummer: somebody, rolle: 'LE' }
  if (asker === 0) return { ...about, from: landscape.placeOf(municipality).trust.somatic, grunnlag: 'UNNTAK' as const }
  if (asker === 2) {
    const hprNummer = landscape.party(fastlege)?.person?.hprNumber ?? somebody
    return { ...about, hprNummer, from: fastlege, grunnlag: 'UNNTAK' as const }
  }
  const legevakt = pick(rng, landscape.find('8663-KA02', municipality)).herId
  return { ...about, from: legevakt, grunnlag: rng() < emergencyShare ? ('AKUTT' as const) : ('SAMTYKKE' as const) }
}
/** Assumed. */
const emergencyShare = 0.15

const hourMs = 3_600_000
function hoursIn(year: number, month?: number): readonly number[] {
  const [from, to] = month === undefined ? [1, 13] : [month, month + 1]
  const begins = midnight(year, from, 1)
  return Array.from(
    { length: Math.round((midnight(year, to, 1) - begins) / hourMs) },
    (_, hour) => begins + hour * hourMs
  )
}

/**
 * Busiest in the evening and at week-ends (Vakttårnprosjektet); how much so is assumed. Answers the time by which a share of all
 * look-ups of the year or month has been made.
 */
function emergencyTime(year: number, month?: number): (share: number) => number {
  const hours = hoursIn(year, month)
  let sum = 0
  const sums = hours.map((at) => (sum += weightOf(at)))
  let hour = 0
  let last = 0
  return (share) => {
    const wanted = share * sum
    if (share < last) hour = 0
    last = share
    while (hour < hours.length - 1 && (sums[hour] ?? 0) < wanted) hour++
    const before = sums[hour - 1] ?? 0
    const within = (wanted - before) / ((sums[hour] ?? 0) - before)
    return Math.floor((hours[hour] ?? 0) + within * hourMs)
  }
}

function weightOf(at: number): number {
  const local = Math.floor((at + offsetAt(at)) / hourMs)
  const [hour, weekday] = [local % 24, (Math.floor(local / 24) + 4) % 7]
  const isWeekend = weekday === 0 || weekday === 6
  const byHour = hour < 7 ? 0.3 : hour < 16 ? 1 : hour < 23 ? 2 : 0.8
  return byHour * (isWeekend ? 1.5 : 1)
}
