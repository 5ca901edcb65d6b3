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

const fodselsnummer = [7, 8, 9]
  .map((individualNumber) => syntheticFodselsnummer({ birthDate: '1950-01-10', individualNumber }))
  .find((number) => number !== undefined)
const report = { fodselsnummer, dodsdato: '2021-12-24', dodssted: '1', dodsmate: '1', lege: '1234567' }
const arsak = { A: { kode: 'K35.8' } }

test('the whole form is taken', () => {
  const whole = {
    ...report,
    klokkeslett: '10:00',
    institusjon: 'Fjell sykehjem',
    kommune: '0301',
    arsak: { A: { kode: 'R57.2', varighet: '1' }, B: { kode: 'K35.2', varighet: '1' } },
    medvirkende: [{ tekst: 'Diabetes', varighet: '4' }],
    operasjon: { tidspunkt: '2021-12-23', beskrivelse: 'Blindtarmbetennelse; sprukket blindtarm' },
    obduksjon: '9',
    revurderes: '1',
    unaturlig: '2'
  }
  expect(Dodsarsak.parse(whole)).toEqual(whole)
})

test.each([
  ['an hour that there is not', { klokkeslett: '25:00' }],
  ['an operation without its time', { operasjon: { beskrivelse: 'Blindtarmbetennelse' } }],
  ['an answer that list 1102 does not have', { revurderes: '3' }]
])('%s is refused', (_what, wrong) => {
  expect(Dodsarsak.safeParse({ ...report, arsak, ...wrong }).success).toBe(false)
})

test.each([
  ['the underlying cause', { A: { tekst: 'Lungesvikt' }, B: { kode: 'U07.1' } }, [], true],
  ['a contributing one, written without a point', { A: { tekst: 'Hjertesvikt' } }, [{ kode: 'U071' }], true],
  ['neither', { A: { kode: 'I21.9' } }, [{ tekst: 'Diabetes' }], false]
])('covid-19 is flagged where it is %s', (_name, arsak, medvirkende, expected) => {
  expect(isCovidDeath(Dodsarsak.parse({ ...report, arsak, medvirkende }))).toBe(expected)
})
