/** Time as offices feel it: runs fast when much is sent and stands almost still at night, so what is even in it follows the curves. */
import type { Calendar } from './calendar.ts'

export type OfficeTime = {
  /** From 0 at the start of the period to 1 at its end. */
  readonly workingDay: number
  /** Milliseconds since 1970 of an office time. */
  at(officeTime: number): number
  /** Office time of milliseconds since 1970. */
  of(at: number): number
  /** Milliseconds since 1970 at which the period begins and ends. */
  readonly begins: number
  readonly ends: number
}

const hourMs = 3_600_000

/** Office time of a year, or of one of its months (1–12). */
export function officeTime(year: Calendar, month?: number): OfficeTime {
  const hours = year.hoursOf(month)
  const share = year.share(month)
  const sums = new Float64Array(hours.length + 1)
  hours.forEach((hour, i) => (sums[i + 1] = (sums[i] ?? 0) + hour.weight / share))
  const begins = hours[0]?.at ?? 0
  const workingHours = hours.filter((hour) => year.isWorkingDay(hour.at))
  const working = workingHours.reduce((sum, hour) => sum + hour.weight, 0) / share
  return {
    begins,
    ends: begins + hours.length * hourMs,
    workingDay: (working * 24) / workingHours.length,
    of: (at) => {
      const hour = Math.max(0, Math.min(hours.length - 1, Math.floor((at - begins) / hourMs)))
      const [from = 0, to = 1] = sums.subarray(hour, hour + 2)
      return from + (to - from) * ((at - begins) / hourMs - hour)
    },
    at: (wanted) => {
      const hour = lastAtMost(sums, wanted)
      const [from = 0, to = 1] = sums.subarray(hour, hour + 2)
      return Math.floor(begins + (hour + (wanted - from) / (to - from)) * hourMs)
    }
  }
}

/** Number of the last hour whose sum is at most `wanted`. */
function lastAtMost(sums: Float64Array, wanted: number): number {
  let [low, high] = [0, sums.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sums[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
