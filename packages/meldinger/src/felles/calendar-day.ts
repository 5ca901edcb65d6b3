/** A day of the calendar as a time, and a time as a day. */

/**
 * Milliseconds since 1970 at the beginning of the day in Greenwich. An xs:date is a day of the calendar, in whichever time zone it is
 * written (`2020-01-28+01:00`, as in the official M1); NaN for what is no date.
 */
export const dayStart = (date: string): number => Date.parse(date.trim().slice(0, 10))

/** The day in Greenwich (yyyy-mm-dd) of a time in milliseconds since 1970. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
