/** When meldinger are sent: the weight of every hour of a year in the profile 'office', by which simulated time runs. */
import { isWorkingDay as isWorkingAt, weekday } from './holidays.ts'
import { midnight, offsetAt } from './norwegian-time.ts'

/** One hour of a year; weights of a calendar add up to 1. */
export type Hour = { readonly at: number; readonly weight: number }

export type Calendar = {
  readonly year: number
  readonly hours: readonly Hour[]
  isWorkingDay(at: number): boolean
  /** The hours of a month (1–12), or of the year. */
  hoursOf(month?: number): readonly Hour[]
  /** Part of the year's meldinger that a month has; 1 without a month. */
  share(month?: number): number
}

/**
 * Profile 'office' (volumes model §7), all assumed: 94 % of the year on working days, Monday × 1.15, the busiest hour 14 % of its day.
 * No season is published for care messages, so none is laid on: a month differs by its working days only.
 */
const office = { onWorkingDays: 0.94, monday: 1.15 }

/** Part of a day in each hour 0–23 of the Norwegian clock; only the busiest hour, 14 %, stands in the model. Assumed. */
const hourCurve = [
  0.003, 0.002, 0.002, 0.002, 0.002, 0.004, 0.012, 0.05, 0.11, 0.135, 0.14, 0.125, 0.115, 0.11, 0.085, 0.04, 0.018,
  0.012, 0.01, 0.008, 0.006, 0.004, 0.003, 0.002
]

const hourMs = 3_600_000
const dayMs = 24 * hourMs

export function calendar(year: number): Calendar {
  const isWorkingDay = (at: number) => isWorkingAt(localDay(at))
  const hours = weigh(year, isWorkingDay)
  const hoursOf = (month?: number) => (month === undefined ? hours : hoursBetween(hours, year, month))
  return {
    year,
    hours,
    isWorkingDay,
    hoursOf,
    share: (month) => (month === undefined ? 1 : hoursOf(month).reduce((sum, hour) => sum + hour.weight, 0))
  }
}

/** Days since 1970 by the Norwegian clock. */
const localDay = (at: number) => Math.floor((at + offsetAt(at)) / dayMs)

function weigh(year: number, isWorkingDay: (at: number) => boolean): readonly Hour[] {
  const raw: { at: number; weight: number; isWorking: boolean }[] = []
  for (let at = midnight(year, 1, 1); at < midnight(year, 13, 1); at += hourMs) {
    const isWorking = isWorkingDay(at)
    const hourOfDay = Math.floor((at + offsetAt(at)) / hourMs) % 24
    const dayFactor = isWorking && weekday(localDay(at)) === 1 ? office.monday : 1
    raw.push({ at, isWorking, weight: dayFactor * (hourCurve[hourOfDay] ?? 0) })
  }
  const sum = (isWorking: boolean) =>
    raw.reduce((total, hour) => total + (hour.isWorking === isWorking ? hour.weight : 0), 0)
  const [working, free] = [sum(true), sum(false)]
  return raw.map(({ at, weight, isWorking }) => ({
    at,
    weight: isWorking ? (weight * office.onWorkingDays) / working : (weight * (1 - office.onWorkingDays)) / free
  }))
}

function hoursBetween(hours: readonly Hour[], year: number, month: number): readonly Hour[] {
  if (!Number.isInteger(month) || month < 1 || month > 12)
    throw new Error(`expected a month from 1 to 12, got ${month}`)
  const [from, to] = [midnight(year, month, 1), midnight(year, month + 1, 1)]
  return hours.filter((hour) => hour.at >= from && hour.at < to)
}
