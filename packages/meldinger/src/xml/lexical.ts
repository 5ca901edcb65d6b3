/** The lexical forms of the XSD's simple types; a value is checked and stays the text it was. */
import { isUsualDate, isUsualDateTime, isUsualOid } from './lexical-usual.ts'

/** A simple type: its name as a fault says it, and whether a text is of it. */
export type Lexical = { readonly name: string; readonly accepts: (text: string) => boolean }

export const text: Lexical = { name: 'text', accepts: () => true }
const zone = /(Z|[+-]((0\d|1[0-3]):[0-5]\d|14:00))?/.source
const clock = /(([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?|24:00:00(\.0+)?)/.source
const year = /-?([1-9]\d{4,}|\d{4})/.source
const day = /-\d\d-\d\d/.source
export const date = withUsual(isUsualDate, pattern('date', new RegExp(`^${year}${day}${zone}$`), isRealDay))
export const dateTime = withUsual(
  isUsualDateTime,
  pattern('dateTime', new RegExp(`^${year}${day}T${clock}${zone}$`), isRealDay)
)
export const time = pattern('time', new RegExp(`^${clock}${zone}$`))
export const gYear = pattern('gYear', new RegExp(`^${year}${zone}$`), isRealYear)
export const gYearMonth = pattern('gYearMonth', new RegExp(`^${year}-(0[1-9]|1[0-2])${zone}$`), isRealYear)
export const boolean = withUsual(
  (value) => value === 'true' || value === 'false',
  pattern('boolean', /^(true|false|1|0)$/)
)
export const integer = pattern('integer', /^[+-]?\d+$/)
export const decimal = pattern('decimal', /^[+-]?(\d+(\.\d*)?|\.\d+)$/)
export const double = pattern('double', /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)$/)
export const oid = withUsual(isUsualOid, pattern('oid', /^(\d+\.)*\d+$/))
// RFC 3986 as far as XML Schema asks: a colon in the first segment ends a scheme, and a percent sign begins an escape.
export const anyUri = pattern('anyURI', /^(?=[A-Za-z][A-Za-z0-9+.-]*:|[^:/?#]*([/?#]|$))([^%]|%[0-9A-Fa-f]{2})*$/)
export const base64 = pattern('base64Binary', /^[A-Za-z0-9+/ \t\r\n]*(=[ \t\r\n]*){0,2}$/, isInFours)

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

/** XML's own white space; a no-break space is text. */
export function isSpace(value: string): boolean {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false
  }
  return true
}

/** What nearly everybody writes is known without a regular expression; the pattern decides on the rest. */
function withUsual(isUsual: (value: string) => boolean, { name, accepts }: Lexical): Lexical {
  return { name, accepts: (value) => isUsual(value) || accepts(value) }
}

function pattern(name: string, shape: RegExp, also: (value: string) => boolean = () => true): Lexical {
  const accepts = (value: string) => {
    // XSD collapses white space around every simple type but string.
    const bare = /^[ \t\r\n]|[ \t\r\n]$/.test(value) ? value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : value
    return shape.test(bare) && also(bare)
  }
  return { name, accepts }
}

function isInFours(value: string): boolean {
  return value.replace(/[ \t\r\n]+/g, '').length % 4 === 0
}

// XSD 1.0 has no year 0.
function isRealYear(value: string): boolean {
  return !/^-?0{4}(\D|$)/.test(value)
}

function isRealDay(value: string): boolean {
  const parts = /^-?(\d+)-(\d\d)-(\d\d)/.exec(value)
  const [year, month, day] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])]
  return isRealYear(value) && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month)
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
