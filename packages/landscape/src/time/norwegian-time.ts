/** Norwegian clock time: UTC + 1, and + 2 from the last Sunday of March to the last of October at 01:00 UTC. */

const hourMs = 3_600_000

/** Milliseconds since 1970 of a Norwegian midnight; `month` is 1–12, and 13 is January of the year after. */
export function midnight(year: number, month: number, day: number): number {
  const utc = Date.UTC(year, month - 1, day)
  return utc - offsetAt(utc - hourMs)
}

export type Period = {
  /** Milliseconds since 1970; `ends` is the first that is after it. */
  readonly begins: number
  readonly ends: number
  /** Of its year. */
  readonly share: number
}

/** A month, 1–12, or the whole year, by the Norwegian clock. */
export function periodOf(year: number, month: number | undefined): Period {
  const [from, to] = month === undefined ? [1, 13] : [month, month + 1]
  const [begins, ends] = [midnight(year, from, 1), midnight(year, to, 1)]
  return { begins, ends, share: (ends - begins) / (midnight(year, 13, 1) - midnight(year, 1, 1)) }
}

/** How far Norwegian clocks are ahead of UTC, in milliseconds. */
export function offsetAt(at: number): number {
  const year = new Date(at).getUTCFullYear()
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 2 * hourMs : hourMs
}

function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1)
}
