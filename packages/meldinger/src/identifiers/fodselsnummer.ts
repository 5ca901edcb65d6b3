/** Numbers by which Norway knows a person: of what kind they are, whether they hold, and what can be read from them. */
import assert from 'node:assert/strict'

/** Codes of list 8116. */
export type PersonNumberKind = 'FNR' | 'DNR' | 'HNR' | 'FHN' | 'DUF'

export type PersonNumber = {
  readonly kind: PersonNumberKind
  /** Issued for tests by Skatteetaten: the month is raised by 80. A number without a date cannot show it. */
  readonly isSynthetic: boolean
}

/**
 * Recognises a number by its form, date and control digits (Folkeregisteret; HIS 1001), those of 2032 among them.
 * @param id digits only, as it stands in a melding
 * @returns undefined when it is no person number. A DUF number is known by its length: no further rule is published.
 */
export function identifyPersonNumber(id: string): PersonNumber | undefined {
  if (/^[0-9]{12}$/.test(id)) return { kind: 'DUF', isSynthetic: false }
  const rest = controlRest(id)
  if (rest === undefined) return undefined
  // A help number holds no date: it runs from 800 000 000, and its rest is always 0 (HIS 1001).
  if (id >= '8') return rest === 0 ? { kind: 'FHN', isSynthetic: false } : undefined
  const month = monthOf(id)
  if (month === undefined || !isDay(id, month.inYear, rest)) return undefined
  if (month.raisedBy === 40) return { kind: 'HNR', isSynthetic: false }
  return { kind: id < '4' ? 'FNR' : 'DNR', isSynthetic: month.raisedBy === 80 }
}

/** @returns the birth date as yyyy-mm-dd where it can be read; numbers of the 2032 series tell no century. */
export function birthDateOf(id: string): string | undefined {
  const kind = identifyPersonNumber(id)?.kind
  if (kind === undefined || kind === 'DUF' || kind === 'FHN' || controlRest(id) !== 0) return undefined
  const year = yearOf(id)
  const month = monthOf(id)
  if (year === undefined || month === undefined) return undefined
  return `${year}-${twoDigits(month.inYear)}-${twoDigits(dayOf(id))}`
}

/** @returns age in whole years at a time (milliseconds since 1970), by the calendar in Greenwich; undefined where no birth date can be read. */
export function ageAt(id: string, at: number): number | undefined {
  const born = birthDateOf(id)
  return born === undefined ? undefined : yearsSince(born, at)
}

/** @returns age in whole years of who was born on a date (yyyy-mm-dd …), as of ageAt; below 0 before that. */
export function yearsSince(born: string, at: number): number {
  const today = new Date(at).toISOString()
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5, 10) < born.slice(5, 10) ? years - 1 : years
}

/** @returns sex by list 3101 ('1' man, '2' woman) where it can be read: from the 9th digit of what has a birth date. */
export function sexOf(id: string): '1' | '2' | undefined {
  if (birthDateOf(id) === undefined) return undefined
  return digit(id, 8) % 2 === 0 ? '2' : '1'
}

/**
 * Composes a synthetic fødselsnummer or D-nummer of the series before 2032.
 * @param parts birthDate yyyy-mm-dd; individualNumber 0–999 of the birth year's range, even for a woman
 * @returns undefined when these parts have no control digits, as about one in six
 */
export function syntheticFodselsnummer(parts: {
  readonly birthDate: string
  readonly individualNumber: number
  readonly dNumber?: boolean
}): string | undefined {
  const [year = '', month = '', day = ''] = parts.birthDate.split('-')
  const raisedDay = twoDigits(Number(day) + (parts.dNumber === true ? 40 : 0))
  const individual = String(parts.individualNumber).padStart(3, '0')
  const stem = `${raisedDay}${twoDigits(Number(month) + 80)}${year.slice(2)}${individual}`
  assert(String(yearOf(stem)) === year, 'an individual number of the birth year')
  assert(isDay(stem, Number(month), 0), 'a birth date that is in the calendar')
  const first = (11 - (weightedSum(stem, firstWeights) % 11)) % 11
  const second = (11 - (weightedSum(`${stem}${first}`, secondWeights) % 11)) % 11
  return first === 10 || second === 10 ? undefined : `${stem}${first}${second}`
}

/** Every synthetic fødselsnummer and D-nummer of the series before 2032 that tells this birth date (yyyy-mm-dd); none where there is no such day. */
export function syntheticNumbersBornOn(birthDate: string): readonly string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const stem = `${day}${twoDigits(Number(month) + 80)}${year.slice(2)}`
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(birthDate) || !isDay(stem, Number(month), 0)) return []
  const all = Array.from({ length: 1000 }, (_, number) => number)
  const ofYear = all.filter((number) => String(yearOf(`${stem}${String(number).padStart(3, '0')}`)) === year)
  return [false, true].flatMap((dNumber) =>
    ofYear.flatMap((individualNumber) => syntheticFodselsnummer({ birthDate, individualNumber, dNumber }) ?? [])
  )
}

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** @returns what the first control digit leaves: 0 before 2032, 0–3 from then on; undefined for wrong digits. */
function controlRest(id: string): number | undefined {
  if (!/^[0-9]{11}$/.test(id)) return undefined
  if ((weightedSum(id, secondWeights) + digit(id, 10)) % 11 !== 0) return undefined
  const rest = (weightedSum(id, firstWeights) + digit(id, 9)) % 11
  return rest <= 3 ? rest : undefined
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * digit(digits, i), 0)
}

function digit(digits: string, at: number): number {
  return digits.charCodeAt(at) - 48
}

function monthOf(id: string): { inYear: number; raisedBy: 0 | 40 | 80 } | undefined {
  const written = Number(id.slice(2, 4))
  const raisedBy = written > 80 ? 80 : written > 40 ? 40 : 0
  const inYear = written - raisedBy
  return inYear >= 1 && inYear <= 12 ? { inYear, raisedBy } : undefined
}

/** A D-nummer has its day raised by 40. */
function dayOf(id: string): number {
  return Number(id.slice(0, 2)) % 40
}

/** Where the century is unknown, any year of those two digits may have the day. */
function isDay(id: string, month: number, rest: number): boolean {
  const ofCentury = Number(id.slice(4, 6))
  const year = rest === 0 ? (yearOf(id) ?? 2000 + ofCentury) : 2000 + ofCentury
  const day = dayOf(id)
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The birth year by the individual digits of numbers before 2032; undefined where none was issued. */
function yearOf(id: string): number | undefined {
  const year = Number(id.slice(4, 6))
  const individual = Number(id.slice(6, 9))
  if (individual <= 499) return 1900 + year
  if (year < 40) return 2000 + year
  if (individual >= 900) return 1900 + year
  return individual <= 749 && year >= 54 ? 1800 + year : undefined
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
