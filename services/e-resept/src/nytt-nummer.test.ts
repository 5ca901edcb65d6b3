/** A patient who gets another number: what was prescribed follows, and by the number before nothing new is written or shown. */
import { createRng } from '@budstikka/landscape'
import { type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import {
  changed,
  landscape,
  m1,
  m10,
  m241,
  m5,
  m91,
  m93,
  openReseptformidler,
  parties,
  patient,
  receiptOf,
  sentIn,
  setup
} from './handle.examples.ts'
import { entry, m251, m252, m271, m911, m921 } from './multidose.examples.ts'
import { answered, m95 } from './rekvirent.examples.ts'
import { hprNummer } from './rules.ts'

const { id: til } = landscape.randomPerson(createRng('another number'), { bornFrom: 1950, bornTo: 1980 })
type Reseptformidler = ReturnType<typeof openReseptformidler>
const renumbers = (rf: Reseptformidler) => rf.tell('nytt-nummer', { fra: patient.id, til })
const code = (rf: Reseptformidler, question: Melding) => {
  const given = rf.ask(question)
  return given.type === 'answer' ? 'OK' : given.refusal?.errors[0]?.code
}

test('the prescriptions are listed under the new number, with the one before', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  renumbers(rf)
  expect(answered(rf.ask(m95('asks', { Fnr: til })), 'M9.6')).toMatchObject({
    PasientInfo: { Fnr: til, AndreFnr: [patient.id] },
    Listeelement: [{ ReseptId: written.envelope.msgId }]
  })
})

test('by the number before nothing is prescribed and nothing shown (363)', () => {
  const rf = openReseptformidler()
  rf.hear(m1('a'))
  renumbers(rf)
  const own = { Fnr: patient.id }
  expect([
    receiptOf(rf.hear(m1('b'))),
    code(rf, m91('asks')),
    code(rf, m95('asks', own)),
    code(rf, m911('asks'))
  ]).toEqual(['363', '363', '363', '363'])
})

test('who may not send or ask is told so, and not of the new number (377, 378, 6)', () => {
  const unregistered = openReseptformidler({ setup: { ...setup, rekvirenter: [] } })
  renumbers(unregistered)
  const sent = [m1('b'), m251('list'), m271('registers', 'R', { from: parties.fastlege }), m241('subscribes')]
  expect(sent.map((melding) => receiptOf(unregistered.hear(melding)))).toEqual(['377', '377', '377', '377'])
  const asked = [m95('asks', { Fnr: patient.id }), m911('asks'), m91('asks', { from: parties.fastlege })]
  expect(asked.map((melding) => code(unregistered, melding))).toEqual(['377', '377', '378'])
  const rf = openReseptformidler()
  renumbers(rf)
  const { envelope, ...rest } = m1('b')
  const { person: _nobody, ...sender } = envelope.sender
  expect(receiptOf(rf.hear({ ...rest, envelope: { ...envelope, sender } }))).toBe('6')
  expect(receiptOf(rf.hear(m252('packs', 'list', { from: parties.fastlege })))).toBe('378')
})

test('what is prescribed is dispensed and recalled by whichever number', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  renumbers(rf)
  const takes = code(rf, m93('takes', written.envelope.msgId))
  rf.hear(m1('b'))
  expect([takes, receiptOf(rf.hear(m10('d', 'a', { detail: 'siste' }))), rf.resept(written)?.status]).toEqual([
    'OK',
    'OK',
    'R'
  ])
  expect(receiptOf(rf.hear(m5('x', 'a')))).toBe('15')
})

test('what is dispensed by the number before is told of by the new one, to kjernejournal (M8.1) and the others', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  renumbers(rf)
  rf.subscribe(written, parties.annenFastlege)
  rf.ask(m93('takes', written.envelope.msgId))
  const report = m10('d', 'a')
  const other = { id: 'AB1', kind: 'PNR' }
  const idents = [...(report.envelope.patient?.idents ?? []), { id: til, kind: 'FNR' }, other]
  const named = { ...report, envelope: { ...report.envelope, patient: { ...report.envelope.patient, idents } } }
  const told = sentIn(rf.hear(named)).map(({ envelope }) => [
    envelope.type,
    envelope.patient?.idents.map(({ id, kind }) => ({ id, kind }))
  ])
  const now = [{ id: til, kind: 'FNR' }, other]
  expect(told).toEqual([
    ['ERM6', now],
    ['ERM8', now],
    ['ERM81', now]
  ])
})

test('told again, it changes nothing; told back, all is under the number before', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  renumbers(rf)
  renumbers(rf)
  const ids = (Fnr: string) => {
    const list = answered(rf.ask(m95(`asks ${Fnr}`, { Fnr })), 'M9.6')
    return typeof list === 'string' ? list : list.Listeelement?.map(({ ReseptId }) => ReseptId)
  }
  expect(ids(til)).toEqual([written.envelope.msgId])
  rf.tell('nytt-nummer', { fra: til, til: patient.id })
  expect([ids(patient.id), ids(til)]).toEqual([[written.envelope.msgId], '363'])
  const back = answered(rf.ask(m95('asks at last', { Fnr: patient.id })), 'M9.6')
  expect(back).toMatchObject({ PasientInfo: { Fnr: patient.id, AndreFnr: [til] } })
})

test('a multidose pharmacy is told whose number is new, and the medicine list follows', () => {
  const rf = openReseptformidler()
  for (const from of [parties.fastlege, parties.apotek]) rf.hear(m271(`registers ${from}`, 'R', { from }))
  rf.hear(m251('list', { entries: [entry('a')] }))
  renumbers(rf)
  expect(answered(rf.ask(m921('asks', 0)), 'M9.22')).toEqual({ Fnr: [til] })
  const asks = changed(m911('asks'), 'M9.11', (content) => payloadOf('M9.11', { ...content, Fnr: til }))
  expect(answered(rf.ask(asks), 'M9.12')).toMatchObject({
    Pasient: { Fnr: til, AndreFnr: [patient.id], VarerIBrukB64: [expect.any(String)] }
  })
})

test('whoever was blocked under either number sees nothing under the new one (364)', () => {
  const rf = openReseptformidler()
  const asks = [parties.fastlege, parties.annenFastlege].map((from) => m95(`asks ${from}`, { Fnr: til }, { from }))
  for (const [i, { envelope }] of asks.entries())
    rf.tell('personvern', {
      fodselsnummer: [patient.id, til][i],
      part: 'KJ',
      endring: 'TBO',
      helseperson: hprNummer(envelope)
    })
  renumbers(rf)
  expect(asks.map((question) => code(rf, question))).toEqual(['364', '364'])
})

test('of two pharmacies, each with one of the numbers, who packs for the new one is told', () => {
  const rf = openReseptformidler()
  const { envelope, ...rest } = m271('other', 'R', { from: parties.annetApotek })
  rf.hear(m271('own', 'R', { from: parties.apotek }))
  rf.hear(m271('doctor', 'R', { from: parties.fastlege }))
  rf.hear({ ...rest, envelope: { ...envelope, patient: { ...envelope.patient, idents: [{ id: til, kind: 'FNR' }] } } })
  renumbers(rf)
  const told = [parties.apotek, parties.annetApotek].map((from) =>
    answered(rf.ask(m921(`asks ${from}`, 0, { from })), 'M9.22')
  )
  expect(told).toMatchObject([{ IngenEndring: 'true' }, { Fnr: [til] }])
  expect(rf.memory.pasient(til).multidose).toMatchObject({
    lege: { registrert: { herId: parties.fastlege } },
    apotek: { registrert: { herId: parties.annetApotek } }
  })
})
