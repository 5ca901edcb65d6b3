/** Simulated time as it stands in a melding: Norwegian clock time, with its offset. */
import { offsetAt } from '../time/norwegian-time.ts'

/** xs:dateTime, e.g. 2021-07-01T10:00:00+02:00. `at` is milliseconds since 1970. */
export function dateTimeOf(at: number): string {
  const offset = offsetAt(at)
  return `${new Date(at + offset).toISOString().slice(0, 19)}+0${offset / 3_600_000}:00`
}

/** xs:date: the day in Norway. */
export const dateOf = (at: number) => new Date(at + offsetAt(at)).toISOString().slice(0, 10)
