/** The numbers and codes of a report to Dødsårsaksregisteret. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dodsarsak, HprNumber, isCovidDeath } from './dodsarsak.ts'
import { syntheticFodselsnummer } from './identifiers/fodselsnummer.ts'

test('an HPR number is opaque: any seven to nine digits, and nothing else', () => {
  const padded = fc.integer({ min: 0, max: 999_999_999 }).map((number) => String(number).padStart(9, '0'))
  fc.assert(fc.property(padded, (number) => HprNumber.safeParse(number).success))
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => HprNumber.safeParse(text).success === /^[0-9]{7,9}$/.test(text))
  )
})

test.each([
  ['the underlying cause', { A: { tekst: 'Lungesvikt' }, B: { kode: 'U07.1' } }, [], true],
  ['a contributing one, written without a point', { A: { tekst: 'Hjertesvikt' } }, [{ kode: 'U071' }], true],
  ['neither', { A: { kode: 'I21.9' } }, [{ tekst: 'Diabetes' }], false]
])('covid-19 is flagged where it is %s', (_name, arsak, medvirkende, expected) => {
  const fodselsnummer = [7, 8, 9]
    .map((individualNumber) => syntheticFodselsnummer({ birthDate: '1950-01-10', individualNumber }))
    .find((number) => number !== undefined)
  const report = { fodselsnummer, dodsdato: '2021-12-24', dodssted: '1', dodsmate: '1', lege: '1234567' }
  expect(isCovidDeath(Dodsarsak.parse({ ...report, arsak, medvirkende }))).toBe(expected)
})
