/** Simulated time as it stands in a melding: Norwegian clock time, with its offset. */
import { offsetAt } from '../time/norwegian-time.ts'

const hourMs = 3_600_000

/** xs:dateTime, e.g. 2021-07-01T10:00:00+02:00. `at` is milliseconds since 1970. */
export function dateTimeOf(at: number): string {
  const offset = knownOffset(at)
  return `${new Date(at + offset).toISOString().slice(0, 19)}+0${offset / hourMs}:00`
}

/** xs:date: the day in Norway. */
export const dateOf = (at: number) => new Date(at + knownOffset(at)).toISOString().slice(0, 10)

/** Clocks change at whole hours, and most that is written at one time is of the same hour. */
let known = { hour: -1, offset: 0 }

function knownOffset(at: number): number {
  const hour = Math.floor(at / hourMs)
  if (hour !== known.hour) known = { hour, offset: offsetAt(at) }
  return known.offset
}
