/** Norwegian public holidays: the days on which offices are closed by law (lov om helligdager; 1 and 17 May), and working days. */
import { dayOf } from '@budstikka/meldinger'

/** Dates as YYYY-MM-DD, in order. */
export function publicHolidays(year: number): readonly string[] {
  const easter = easterSunday(year)
  const moving = [-3, -2, 0, 1, 39, 49, 50].map((days) => dayOf(easter + days * dayMs))
  const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'].map((date) => `${year}-${date}`)
  return [...moving, ...fixed].toSorted()
}

/** Monday to Friday, and no public holiday. `day`: days since 1970. */
export function isWorkingDay(day: number): boolean {
  const onWeekdays = weekday(day) >= 1 && weekday(day) <= 5
  return onWeekdays && !holidaysIn(new Date(day * dayMs).getUTCFullYear()).has(day)
}

/** 0 is Sunday; 1 January 1970 was a Thursday. */
export const weekday = (day: number) => (day + 4) % 7

/** Days since 1970; worked out once for each year. */
function holidaysIn(year: number): ReadonlySet<number> {
  const known = holidays.get(year)
  if (known !== undefined) return known
  const fresh = new Set(publicHolidays(year).map((date) => Date.parse(date) / dayMs))
  holidays.set(year, fresh)
  return fresh
}
const holidays = new Map<number, ReadonlySet<number>>()

const dayMs = 86_400_000

/** Gregorian Easter by the anonymous computus (Meeus/Jones/Butcher), as midnight UTC. */
function easterSunday(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)
}
