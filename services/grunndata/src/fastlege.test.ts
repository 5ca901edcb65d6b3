/** Fastlegeregisteret: every change of a list, a doctor, an out-of-office location or a patient is told of, once, by its own event. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openFlr } from './fastlege.ts'

const landscape = createLandscape({ year: 2023, seed: 'flr', size: { municipalities: 2 } })
const rng = createRng('flr')
const [patient, another] = [landscape.randomPerson(rng), landscape.randomPerson(rng)]
const liste = patient.fastlege
const other = landscape.find('person').find(({ herId }) => herId !== liste)?.herId ?? ''
const now = Date.UTC(2023, 5, 1)

function open() {
  const flr = openFlr(openMemoryStore(), () => landscape)
  const told = () => flr.after({ etter: 0, limit: 100 }).endringer.map(({ sekvensnummer: _number, ...rest }) => rest)
  const types = () => told().map(({ type }) => type)
  return { ...flr, told, types }
}

test('a list is changed, cancelled and made anew, and the same again is told to nobody', () => {
  const { kontrakter, types } = open()
  const full = { Status: 'FALU', MaxPatients: 1_200, Valid: {} }
  for (const _time of [1, 2]) kontrakter.change(liste, { type: 'kontrakt', endring: full }, now)
  kontrakter.change(liste, { type: 'avslutning', til: '2023-06-30' }, now)
  expect(kontrakter.find(liste)).toMatchObject({ Status: 'FALU', MaxPatients: 1_200, Valid: { To: '2023-06-30' } })
  kontrakter.change(liste, { type: 'kontrakt', endring: full }, now)
  expect(types()).toEqual(['ContractUpdated', 'ContractCanceled', 'ContractCreated'])
})

test('a locum comes onto a list, stays longer, and is gone', () => {
  const { kontrakter, told } = open()
  const vikar = { Relationship: 'LPVI', SubstituteForHprNumber: '1234567', Valid: { From: '2023-06-01' } }
  const longer = { ...vikar, Valid: { From: '2023-06-01', To: '2023-09-01' } }
  for (const endring of [vikar, longer, undefined, undefined])
    kontrakter.change(liste, { type: 'lege', HprNumber: '7654321', endring }, now)
  expect(told()).toEqual(
    ['GPOnContractCreated', 'GPOnContractUpdated', 'GPOnContractDeleted'].map((type) => ({
      type,
      GPContractId: liste,
      HprNumber: '7654321'
    }))
  )
})

test('an out-of-office location comes, moves and goes', () => {
  const { kontrakter, types } = open()
  const change = (endring: { Description: string; Valid: object } | undefined) =>
    kontrakter.change(liste, { type: 'utekontor', Id: '1', endring }, now)
  change({ Description: 'Skolen', Valid: {} })
  change({ Description: 'Helsehuset', Valid: {} })
  expect(kontrakter.find(liste)).toMatchObject({ OutOfOfficeOffices: [{ Id: '1', Description: 'Helsehuset' }] })
  change(undefined)
  expect(types()).toEqual(['OutOfOfficeLocationCreated', 'OutOfOfficeLocationUpdated', 'OutOfOfficeLocationDeleted'])
})

test('whoever changes list leaves one and comes onto another', () => {
  const { move, find, told } = open()
  const bytte = { PatientNIN: patient.id, GPContractId: other, BeginCode: 'OTOB', From: '2023-07-01' }
  expect(move(bytte, now)).toMatchObject({ GPHerId: other, Period: { From: '2023-07-01' }, BeginCode: 'OTOB' })
  expect(find({ fodselsnummer: patient.id })).toMatchObject({ GPContract: { Id: other } })
  move({ ...bytte, BeginCode: 'OTKO' }, now)
  expect(told()).toMatchObject([
    { type: 'PatientOnContractCanceled', GPContractId: liste, Period: { To: '2023-07-01' } },
    { type: 'PatientOnContractCreated', GPContractId: other },
    { type: 'PatientOnContractUpdated', GPContractId: other, BeginCode: 'OTKO' }
  ])
})

test('a list that is closed, or that there is not, takes nobody on', () => {
  const { kontrakter, move, types } = open()
  kontrakter.change(other, { type: 'kontrakt', endring: { Status: 'FALU', Valid: {} } }, now)
  const bytte = { PatientNIN: patient.id, GPContractId: other, BeginCode: 'OTOB', From: '2023-07-01' }
  expect([move(bytte, now), move({ ...bytte, GPContractId: '1' }, now)]).toMatchObject([
    { status: 409 },
    { status: 404 }
  ])
  expect(types()).toEqual(['ContractUpdated'])
})

test('another date of the same death moves the day, and nobody is moved out of death', () => {
  const { leave, move, told } = open()
  leave(patient.id, '2023-05-31', now)
  leave(patient.id, '2023-05-30', now)
  expect(
    move({ PatientNIN: patient.id, GPContractId: other, BeginCode: 'OTOB', From: '2023-07-01' }, now)
  ).toMatchObject({
    status: 409
  })
  expect(told()).toMatchObject([
    { type: 'PatientOnContractCanceled', Period: { To: '2023-05-31' }, EndCode: 'OHID' },
    { type: 'PatientOnContractUpdated', Period: { To: '2023-05-30' }, EndCode: 'OHID' }
  ])
})

test('the list stays the same under another number', () => {
  const { renumber, find, told } = open()
  renumber({ fra: patient.id, til: another.id }, now)
  expect(find({ fodselsnummer: another.id })).toMatchObject({ PatientNIN: another.id, GPHerId: liste })
  expect(told()).toEqual([
    { type: 'PatientNinChanged', PatientNIN: another.id, FormerPatientNIN: patient.id, GPContractId: liste }
  ])
})
