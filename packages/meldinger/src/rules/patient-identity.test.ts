/** When a patient is known well enough (HITS 1168 §6.2). */
import { expect, test } from 'vitest'
import type { Ident, Patient } from '../melding.ts'
import { isIdentified } from './patient-identity.ts'
import { personNumber } from './rules.examples.ts'

const name = { familyName: 'Agurk', givenName: 'Blid' }
const ident = (kind: string, id = personNumber(), codeSystem = '2.16.578.1.12.4.1.1.8116'): Ident => ({
  id,
  kind,
  codeSystem
})
const born = { dateOfBirth: '1945-05-17' }

const sufficient: readonly [string, Patient][] = [
  ['name and fødselsnummer', { ...name, idents: [ident('FNR')] }],
  ['name and D-nummer', { ...name, idents: [ident('DNR', personNumber({ dNumber: true }))] }],
  ['name and felles hjelpenummer', { ...name, idents: [ident('FHN')] }],
  ['name, birth date and sex', { ...name, ...born, sex: '2', idents: [] }],
  ['name, birth date, sex and a number of an unknown kind', { ...name, ...born, sex: '2', idents: [ident('ABC')] }],
  ['name, fødselsnummer and a local number', { ...name, idents: [ident('HNR'), ident('FNR')] }],
  ['family name alone and fødselsnummer', { familyName: 'Agurk', idents: [ident('FNR')] }],
  ['a number whose list is not said', { ...name, idents: [{ id: personNumber(), kind: 'FNR' }] }]
]
test.each(sufficient)('%s is enough', (_what, patient) => {
  expect(isIdentified(patient)).toBe(true)
})

const insufficient: readonly [string, Patient | undefined][] = [
  ['nobody', undefined],
  ['name alone', { ...name, idents: [] }],
  ['fødselsnummer without a name', { idents: [ident('FNR')] }],
  ['empty names and fødselsnummer', { familyName: '', givenName: ' ', idents: [ident('FNR')] }],
  ['name and an empty fødselsnummer', { ...name, idents: [ident('FNR', '')] }],
  ['name and a local H-nummer', { ...name, idents: [ident('HNR')] }],
  ['name, birth date and H-nummer without sex', { ...name, ...born, idents: [ident('HNR')] }],
  [
    'name and a fødselsnummer out of an unknown list',
    { ...name, idents: [ident('FNR', 'c14', '2.16.578.1.12.4.1.1.1111')] }
  ],
  ['name, birth date and a sex that is not known', { ...name, ...born, sex: '0', idents: [] }],
  ['birth date and sex without a name', { ...born, sex: '1', idents: [] }]
]
test.each(insufficient)('%s is not enough', (_what, patient) => {
  expect(isIdentified(patient)).toBe(false)
})

test.each(['PNR', 'SEF', 'DKF', 'SSN', 'UID', 'FPN', 'DUF'])(
  'a %s with a name is not enough, and with birth date and sex it is no hindrance',
  (kind) => {
    const known = { ...name, idents: [ident(kind, 'X12345')] }
    expect([isIdentified(known), isIdentified({ ...known, ...born, sex: '1' })]).toEqual([false, true])
  }
)
