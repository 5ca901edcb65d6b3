/** The usual forms of dates and OIDs, known by a look at each character; false says nothing. */

/** YYYY-MM-DD, a day that every month of every year has. */
export function isUsualDate(value: string): boolean {
  return value.length === 10 && isDayAt(value)
}

/** YYYY-MM-DDThh:mm:ss with or without milliseconds; then Z, an offset of less than ten hours, or nothing. */
export function isUsualDateTime(value: string): boolean {
  return (
    isDayAt(value) && value.charCodeAt(10) === LETTER_T && isClockAt(value) && isZoneFrom(value, afterSeconds(value))
  )
}

/** Digits and single dots, digits at both ends. */
export function isUsualOid(value: string): boolean {
  let isAfterDigit = false
  for (let index = 0; index < value.length; index++) {
    const isDigit = isDigitAt(value, index)
    if (!isDigit && (!isAfterDigit || value.charCodeAt(index) !== DOT)) return false
    isAfterDigit = isDigit
  }
  return isAfterDigit
}

const [DOT, HYPHEN, PLUS, COLON, LETTER_T, LETTER_Z] = [0x2e, 0x2d, 0x2b, 0x3a, 0x54, 0x5a]

function isDayAt(value: string): boolean {
  const [century, year] = [twoDigitsAt(value, 0), twoDigitsAt(value, 2)]
  const [month, day] = [twoDigitsAt(value, 5), twoDigitsAt(value, 8)]
  const isHyphenated = value.charCodeAt(4) === HYPHEN && value.charCodeAt(7) === HYPHEN
  return isHyphenated && century >= 1 && year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 28
}

function isClockAt(value: string): boolean {
  const [hours, minutes, seconds] = [twoDigitsAt(value, 11), twoDigitsAt(value, 14), twoDigitsAt(value, 17)]
  const isColoned = value.charCodeAt(13) === COLON && value.charCodeAt(16) === COLON
  return isColoned && isWithin(hours, 23) && isWithin(minutes, 59) && isWithin(seconds, 59)
}

/** @returns where the time zone begins. */
function afterSeconds(value: string): number {
  const hasMilliseconds = value.charCodeAt(19) === DOT && twoDigitsAt(value, 20) >= 0 && isDigitAt(value, 22)
  return hasMilliseconds ? 23 : 19
}

function isZoneFrom(value: string, from: number): boolean {
  if (value.length === from) return true
  const sign = value.charCodeAt(from)
  if (sign === LETTER_Z) return value.length === from + 1
  const isOffset =
    (sign === PLUS || sign === HYPHEN) && value.length === from + 6 && value.charCodeAt(from + 3) === COLON
  return isOffset && isWithin(twoDigitsAt(value, from + 1), 9) && isWithin(twoDigitsAt(value, from + 4), 59)
}

function isWithin(number: number, most: number): boolean {
  return number >= 0 && number <= most
}

/** @returns 0 to 99, or less than 0 where there are not two digits. */
function twoDigitsAt(value: string, at: number): number {
  if (!isDigitAt(value, at) || !isDigitAt(value, at + 1)) return -1
  return (value.charCodeAt(at) - 0x30) * 10 + value.charCodeAt(at + 1) - 0x30
}

/** Beyond the end a character is no number, which no comparison holds for. */
function isDigitAt(value: string, at: number): boolean {
  const code = value.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}
