/** What a date means as a time. */

/**
 * Milliseconds since 1970 at the beginning of the day in Greenwich. An xs:date is a day of the calendar, in whichever time zone it is
 * written (`2020-01-28+01:00`, as in the official M1); NaN for what is no date.
 */
export const dayStart = (date: string): number => Date.parse(date.trim().slice(0, 10))
