/** Person numbers of the synthetic Norway: read what stands in one, and draw a new one. */
import { birthDateOf, identifyPersonNumber, sexOf, syntheticFodselsnummer } from '@budstikka/meldinger'
import type { Rng } from './random.ts'
import { whole } from './random.ts'

/** What a person number tells of its bearer; sex by list 3101. */
export type Bearer = { readonly id: string; readonly birthDate: string; readonly sex: '1' | '2' }

/** Reads a number. Throws on what is not synthetic; the message does not repeat it. */
export function bearerOf(id: string): Bearer {
  const found = identifyPersonNumber(id)
  if (found === undefined) throw new Error('expected a person number with right digits, got another')
  if (!found.isSynthetic)
    throw new Error(`expected a synthetic person number (month + 80), got a ${found.kind} that is not`)
  const [birthDate, sex] = [birthDateOf(id), sexOf(id)]
  if (birthDate === undefined || sex === undefined)
    throw new Error('expected a person number that tells birth date and sex, got one of the series of 2032')
  return { id, birthDate, sex }
}

/** A new bearer with a valid synthetic number, born within 1900–2039, from `bornFrom` to `bornTo` (years). */
export function randomBearer(
  rng: Rng,
  options: { readonly bornFrom: number; readonly bornTo: number; readonly isDNumber: boolean }
): Bearer {
  // One draw in six or so has no check digits; a hundred in a row never do.
  for (let attempt = 0; attempt < 100; attempt++) {
    const year = whole(rng, options.bornFrom, options.bornTo)
    const month = String(whole(rng, 1, 12)).padStart(2, '0')
    const day = String(whole(rng, 1, 28)).padStart(2, '0')
    const birthDate = `${year}-${month}-${day}`
    const individualNumber = year < 2000 ? whole(rng, 0, 499) : whole(rng, 500, 999)
    const id = syntheticFodselsnummer({ birthDate, individualNumber, dNumber: options.isDNumber })
    if (id !== undefined) return { id, birthDate, sex: individualNumber % 2 === 0 ? '2' : '1' }
  }
  throw new Error('expected check digits within a hundred draws')
}
