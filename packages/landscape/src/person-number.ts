/** Synthetic fødselsnummer and D-nummer: month + 80 (Skatteetaten), check digits of Folkeregisteret. */
import type { Rng } from './random.ts'
import { whole } from './random.ts'

/** When the bearer was born and their sex (list 3101). Throws on what is not a valid synthetic number; the message does not repeat it. */
export function birthOf(id: string): { birthDate: string; sex: '1' | '2' } {
  if (!/^[0-9]{11}$/.test(id)) throw new Error(`expected a person number of 11 digits, got ${id.length} characters`)
  const month = Number(id.slice(2, 4)) - 80
  if (month < 1 || month > 12) throw new Error('expected a synthetic person number (month + 80), got another')
  if (withCheckDigits(id.slice(0, 9)) !== id) throw new Error('expected right check digits in a person number')
  const day = Number(id.slice(0, 2)) % 40
  const individual = Number(id.slice(6, 9))
  const year = centuryOf(Number(id.slice(4, 6)), individual)
  const born = new Date(Date.UTC(year, month - 1, day))
  if (born.getUTCDate() !== day) throw new Error('expected a day of the calendar in a person number')
  return { birthDate: born.toISOString().slice(0, 10), sex: individual % 2 === 0 ? '2' : '1' }
}

/** A valid synthetic number, born 1900–2039. */
export function randomNumber(
  rng: Rng,
  options: { readonly bornFrom: number; readonly bornTo: number; readonly isDNumber: boolean }
): string {
  // About one stem in six has no check digits; a hundred draws in a row never fail.
  for (let attempt = 0; attempt < 100; attempt++) {
    const year = whole(rng, options.bornFrom, options.bornTo)
    const day = whole(rng, 1, 28) + (options.isDNumber ? 40 : 0)
    const individual = year < 2000 ? whole(rng, 0, 499) : whole(rng, 500, 999)
    const stem = two(day) + two(whole(rng, 1, 12) + 80) + two(year % 100) + String(individual).padStart(3, '0')
    const id = withCheckDigits(stem)
    if (id !== undefined) return id
  }
  throw new Error('expected check digits within a hundred draws')
}

const two = (value: number) => String(value).padStart(2, '0')

/** 000–499 is 1900–1999, 500–749 with year 54 or more 1854–1899, 500–999 below year 40 2000–2039, 900–999 1940–1999. */
function centuryOf(year: number, individual: number): number {
  if (individual < 500 || (individual >= 900 && year >= 40)) return 1900 + year
  return year < 40 ? 2000 + year : 1800 + year
}

const weights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const weights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** The stem with its two check digits; undefined where one would be 10. */
function withCheckDigits(stem: string): string | undefined {
  const first = checkDigit(stem, weights1)
  const second = checkDigit(`${stem}${first}`, weights2)
  return first === 10 || second === 10 ? undefined : `${stem}${first}${second}`
}

function checkDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, i) => total + weight * (digits.charCodeAt(i) - 48), 0)
  return (11 - (sum % 11)) % 11
}
