/** Organisation numbers of Enhetsregisteret: nine digits, of which the last is a check digit. */
import assert from 'node:assert/strict'

/** @returns whether the text is nine digits with the right check digit. */
export function isOrganisasjonsnummer(text: string): boolean {
  return /^[0-9]{9}$/.test(text) && checkDigitOf(text) === Number(text[8])
}

/**
 * Adds the check digit.
 * @param stem the first eight digits
 * @returns the organisation number, or undefined when the stem has no check digit (it would be 10)
 */
export function organisasjonsnummer(stem: string): string | undefined {
  assert(/^[0-9]{8}$/.test(stem), 'eight digits')
  const checkDigit = checkDigitOf(stem)
  return checkDigit === 10 ? undefined : `${stem}${checkDigit}`
}

const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** 11 less the rest of the weighted sum by 11; a rest of 0 gives 0. */
function checkDigitOf(digits: string): number {
  const sum = weights.reduce((total, weight, i) => total + weight * (digits.charCodeAt(i) - 48), 0)
  return (11 - (sum % 11)) % 11
}
