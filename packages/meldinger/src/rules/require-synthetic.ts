/** Keeps real persons out: a check at every door, apart from the common rules, since the standards know no such thing. */
import { identifyPersonNumber } from '../identifiers/fodselsnummer.ts'
import type { Ident, Patient } from '../melding.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from './refuse.ts'

/** Kinds of list 8116 that name a person in Norway. */
const personKinds = ['FNR', 'DNR', 'HNR', 'FHN', 'DUF']

/**
 * Refuses a patient who could be real: a number that is a person's by its form and is not synthetic (month + 80), of whatever
 * kind it is said to be, and one that is said to be a person's and is not empty. X99 and the text are our choice.
 */
export function requireSynthetic(patient: Patient | undefined): Refusal | undefined {
  return patient?.idents.some(couldBeReal) ? refuse('X99', 'Budstikka (eget valg)', syntheticOnly) : undefined
}

/** Our choice. */
export const syntheticOnly = 'Budstikka tar bare imot syntetiske personer'

function couldBeReal({ id, kind }: Ident): boolean {
  const digits = id.replaceAll(/\s/g, '')
  const number = identifyPersonNumber(digits)
  if (number !== undefined) return !number.isSynthetic
  // Wrong check digits are a slip of the pen away from somebody.
  return personKinds.includes(kind) && digits.length === 11 && !/^[0-9]{2}(8[1-9]|9[0-2])/.test(digits)
}
