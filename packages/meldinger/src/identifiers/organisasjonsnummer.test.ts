/** Organisation numbers with the published weights. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOrganisasjonsnummer, organisasjonsnummer } from './organisasjonsnummer.ts'

const published = ['915933149', '889640782', '982528011', '883974832', '974760673', '983974872']

test.each(published)('%s holds', (number) => {
  expect(isOrganisasjonsnummer(number)).toBe(true)
})

test('the check digit follows from the eight digits before it', () => {
  expect(published.map((number) => organisasjonsnummer(number.slice(0, 8)))).toEqual(published)
})

test('a number with one digit changed does not hold', () => {
  for (const number of published) {
    const wrong = `${number.slice(0, 8)}${(Number(number[8]) + 1) % 10}`
    expect(isOrganisasjonsnummer(wrong)).toBe(false)
  }
})

test('what is not nine digits does not hold', () => {
  for (const text of ['', '91593314', '9159331490', '91593314x']) expect(isOrganisasjonsnummer(text)).toBe(false)
})

test('eight digits whose check digit would be 10 have none', () => {
  const stems = Array.from({ length: 200 }, (_, i) => String(99_900_000 + i))
  const missing = stems.filter((stem) => organisasjonsnummer(stem) === undefined)
  expect(missing.length).toBeGreaterThan(0)
  expect(stems.every((stem) => missing.includes(stem) || isOrganisasjonsnummer(organisasjonsnummer(stem) ?? ''))).toBe(
    true
  )
})

test('eight digits and their check digit hold, and one wrong digit anywhere is always found', () => {
  const slip = fc.record({ at: fc.integer({ min: 0, max: 8 }), by: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), slip, (stem, { at, by }) => {
      const number = organisasjonsnummer(String(stem).padStart(8, '0'))
      if (number === undefined) return
      expect(isOrganisasjonsnummer(number)).toBe(true)
      const wrong = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`
      expect(isOrganisasjonsnummer(wrong)).toBe(false)
    })
  )
})
