/** The yearly plan: how many meldinger of what kind went from whom to whom, and what was published about it. */
import { readRows } from './data.ts'
import { seasonShare } from './journeys/season.ts'
import { citizenDialogue } from './citizen-dialogue.ts'
import { splitRest } from './rest-of-plan.ts'
import { calendar } from './time/calendar.ts'

export type PlanRow = {
  readonly year: number
  readonly system: string
  readonly type: string
  readonly sender: string
  readonly receiver: string
  /** Undefined where it is unknown (status U). */
  readonly count: number | undefined
  /** P published in the national statistics, X elsewhere, D derived from P and X, A assumed, U unknown. */
  readonly status: PlanStatus
  /** Whether the row is a part of the year's total of medical messages. */
  readonly inMedicalTotal: boolean
  /** What was published, and the interval that its rounding and wording leave open; undefined where nothing was. */
  readonly published: { readonly value: number; readonly low: number; readonly high: number } | undefined
}

/** Those that can be replayed: of later ones the plan has no total. */
export const replayedYears = [2018, 2019, 2020, 2021] as const

/** A year or a month of it, at 1 : scale. */
export type PlayedPart = { readonly year: number; readonly month?: number | undefined; readonly scale: number }

/** A year’s rows with the rest of the total in its parts, and consultations as what is written, as it is sent, counted and shown. */
export const splitPlanFor = (year: number): readonly PlanRow[] => citizenDialogue(year, splitRest(planFor(year)))

const statuses = ['P', 'X', 'D', 'A', 'U'] as const
export type PlanStatus = (typeof statuses)[number]

/** All rows of a year as the sheet has them, those that are never replayed too. Throws outside 2018–2023. */
export function planFor(year: number): readonly PlanRow[] {
  const rows = readRows('plan.tsv').filter((row) => Number(row('year')) === year)
  if (rows.length === 0) throw new Error(`expected a year from 2018 to 2023, got ${year}`)
  return rows.map((row) => ({
    year,
    system: row('system'),
    type: row('type'),
    sender: row('sender'),
    receiver: row('receiver'),
    count: row('count') === '' ? undefined : Number(row('count')),
    status: statusOf(row('status')),
    inMedicalTotal: row('inMedicalTotal') === 'yes',
    published:
      row('publishedValue') === ''
        ? undefined
        : {
            value: Number(row('publishedValue')),
            low: Number(row('publishedLow')),
            high: Number(row('publishedHigh'))
          }
  }))
}

export type ScaledRow = PlanRow & {
  /** Meldinger to send: the row's count, the month's own or its share, divided by the scale and rounded. */
  readonly planned: number
  /** Whether `planned` times the scale lies in the published interval; undefined for a month or where nothing was published. */
  readonly isWithinPublished: boolean | undefined
}

export type ScaledPlan = {
  readonly year: number
  readonly month: number | undefined
  /** One melding stands for so many. */
  readonly scale: number
  readonly rows: readonly ScaledRow[]
  /** Sum of `planned`. */
  readonly planned: number
  /** How far the sum, times the scale, is from the unrounded sum: at most half a scale for each row, and a whole one for pairs. */
  readonly roundingError: number
}

/** A year's or month's plan at 1 : scale, for the named systems, the rest in its parts. Throws when no row with a count is left. */
export function scaledPlan(
  year: number,
  options: { readonly scale: number; readonly month?: number; readonly systems: readonly string[] }
): ScaledPlan {
  const { scale, month } = options
  if (!(scale >= 1)) throw new Error(`expected a scale of 1 or more, got ${scale}`)
  const share = calendar(year).share(month)
  const rows = splitPlanFor(year)
    .filter((row) => options.systems.includes(row.system))
    .flatMap((row) => (row.count === undefined ? [] : [scaleRow(row, row.count, { share, scale, month })]))
  if (rows.length === 0) throw new Error(`expected the plan of ${year} to have ${options.systems.join(', ')}`)
  const planned = rows.reduce((sum, row) => sum + row.planned, 0)
  const exact = rows.reduce((sum, row) => sum + (row.count ?? 0) * share, 0)
  return { year, month, scale, rows, planned, roundingError: planned * scale - exact }
}

function scaleRow(
  row: PlanRow,
  count: number,
  by: { readonly share: number; readonly scale: number; readonly month: number | undefined }
): ScaledRow {
  const monthly = by.month === undefined ? undefined : monthOf(row, by.month)
  const share = (by.month === undefined ? undefined : seasonShare(row, by.month)) ?? by.share
  const planned = scaleOf(row, (monthly?.count ?? count * share) / by.scale)
  const { published: ofYear, ...rest } = row
  const published = by.month === undefined ? ofYear : monthly?.published
  const whole = planned * by.scale
  return {
    ...rest,
    planned,
    ...(monthly && { status: 'P' as const }),
    published,
    isWithinPublished: published && whole >= published.low && whole <= published.high
  }
}

/** Whole meldinger, or whole pairs of a question and its answer. */
export function scaleOf(row: Pick<PlanRow, 'system'>, meldinger: number): number {
  const grain = isAnsweredAlways(row) ? 2 : 1
  return grain * Math.round(meldinger / grain)
}

/** Of whose figure answers are a part (model.md §2 no. 5): every question has one, so they are planned in pairs. */
export const isAnsweredAlways = ({ system }: Pick<PlanRow, 'system'>) =>
  system === 'vaccination' || system === 'frikort' || system === 'citizen-dialogue'

/** What was published of the row for the month alone; of few months anything was. */
function monthOf({ year, type }: PlanRow, month: number) {
  const row = readRows('plan-months.tsv').find(
    (one) => Number(one('year')) === year && Number(one('month')) === month && one('type') === type
  )
  if (row === undefined) return undefined
  const [count, low, high] = [Number(row('count')), Number(row('publishedLow')), Number(row('publishedHigh'))]
  return { count, published: { value: count, low, high } }
}

function statusOf(text: string): PlanStatus {
  const status = statuses.find((one) => one === text)
  if (status === undefined) throw new Error(`expected a status ${statuses.join(', ')}, got ${text}`)
  return status
}
