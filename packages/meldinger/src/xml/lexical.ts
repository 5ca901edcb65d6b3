/** The lexical forms of the XSD's simple types; a value is checked and stays the text it was. */

/** A simple type: its name as a fault says it, and whether a text is of it. */
export type Lexical = { readonly name: string; readonly accepts: (text: string) => boolean }

export const text: Lexical = { name: 'text', accepts: () => true }
export const date = pattern('date', /^-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/, isRealDay)
export const dateTime = pattern(
  'dateTime',
  /^-?\d{4,}-\d\d-\d\dT(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/,
  isRealDay
)
export const time = pattern('time', /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)?$/)
export const gYear = pattern('gYear', /^-?\d{4,}(Z|[+-]\d\d:\d\d)?$/)
export const gYearMonth = pattern('gYearMonth', /^-?\d{4,}-(0[1-9]|1[0-2])(Z|[+-]\d\d:\d\d)?$/)
export const boolean = pattern('boolean', /^(true|false|1|0)$/)
export const integer = pattern('integer', /^[+-]?\d+$/)
export const decimal = pattern('decimal', /^[+-]?(\d+(\.\d*)?|\.\d+)$/)
export const double = pattern('double', /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/)
export const oid = pattern('oid', /^(\d+\.)*\d+$/)
export const anyUri: Lexical = { name: 'anyURI', accepts: () => true }
export const base64 = pattern('base64Binary', /^[A-Za-z0-9+/\s]*(=\s*){0,2}$/)

/** kith:TS/@V: a point in time as exact as the sender knows it (HIS 80117). */
export const timestamp: Lexical = {
  name: 'dateTime, date, gYearMonth, gYear or time',
  accepts: (value) =>
    dateTime.accepts(value) ||
    date.accepts(value) ||
    gYear.accepts(value) ||
    gYearMonth.accepts(value) ||
    time.accepts(value)
}

/** A closed set of values. */
export function oneOf(...values: readonly string[]): Lexical {
  return { name: values.join(' or '), accepts: (value) => values.includes(value) }
}

function pattern(name: string, shape: RegExp, also: (value: string) => boolean = () => true): Lexical {
  const accepts = (value: string) => {
    // XSD collapses white space around every simple type but string.
    const bare = value.trim()
    return shape.test(bare) && also(bare)
  }
  return { name, accepts }
}

function isRealDay(value: string): boolean {
  const parts = /^-?(\d+)-(\d\d)-(\d\d)/.exec(value)
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
