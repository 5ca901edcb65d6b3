/** What a prescriber sees of a patient's prescriptions, and of what was dispensed on one. */
import { decodeMelding, type Melding, readXml } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { expect, test } from 'vitest'
import { m1, m10, m5, m91, m93, openReseptformidler, parties, patient, sentIn } from './handle.examples.ts'
import { answered, m1WithRefNr, m41, m95, m97 } from './rekvirent.examples.ts'
import type { State } from './state.ts'

const id = ({ envelope }: Melding) => envelope.msgId
const own = { Fnr: patient.id }
const listed = (given: Answer<State>) => {
  const answer = answered(given, 'M9.6')
  return typeof answer === 'string' ? answer : answer.Listeelement?.map(({ ReseptId, Status }) => [ReseptId, Status.V])
}
const attachedTo = (given: Answer<State>): readonly Melding[] => {
  if (given.type !== 'answer') return []
  return given.melding.attachments.map(({ base64 }) => {
    const root = readXml(Buffer.from(base64, 'base64'))
    const decoded = 'reason' in root ? undefined : decodeMelding(root)
    if (decoded?.type !== 'melding') throw new Error('expected a melding within the melding')
    return decoded.melding
  })
}

test('a prescriber is listed what can be dispensed, with each M1 beside it', () => {
  const rf = openReseptformidler()
  const [a, b] = [m1('a'), m1('b', { from: parties.sykehus })]
  for (const one of [a, b]) rf.hear(one)
  const given = rf.ask(m95('asks', own))
  expect(listed(given)).toEqual([
    [id(a), 'E'],
    [id(b), 'E']
  ])
  expect(attachedTo(given).map(({ envelope }) => [envelope.type, envelope.msgId])).toEqual([
    ['ERM1', id(a)],
    ['ERM1', id(b)]
  ])
  expect(given.type === 'answer' && given.melding.envelope.conversation).toEqual({
    refToParent: id(m95('asks', own)),
    refToConversation: id(m95('asks', own))
  })
})

test('an answer refers to its question twice, whichever conversation that names (list 7419, 316)', () => {
  const asks = m95('asks', own)
  const conversation = { refToParent: 'another', refToConversation: 'the first' }
  const given = openReseptformidler().ask({ ...asks, envelope: { ...asks.envelope, conversation } })
  expect(given.type === 'answer' && given.melding.envelope.conversation).toEqual({
    refToParent: id(asks),
    refToConversation: id(asks)
  })
})

test('the recalled and the closed are listed where all are asked for', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.hear(m5('x', 'a'))
  expect(listed(rf.ask(m95('asks', own)))).toBeUndefined()
  const all = answered(rf.ask(m95('asks for all', { ...own, isForAll: true })), 'M9.6')
  expect(all).toMatchObject({ Listeelement: [{ ReseptId: id(written), Status: { V: 'T' }, Arsak: { V: '2' } }] })
})

test('a recall of what is in hand is seen by the prescriber alone', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', id(written)))
  rf.hear(m5('x', 'a'))
  expect(answered(rf.ask(m95('asks', own)), 'M9.6')).toMatchObject({
    Listeelement: [{ Status: { V: 'U' }, TilbakekallingStatus: 'true', Arsak: { V: '2' } }]
  })
  const pharmacy = answered(rf.ask(m91('pharmacy asks')), 'M9.2')
  expect(typeof pharmacy === 'object' && pharmacy.Reseptinfo?.map(({ Status }) => Status.V)).toEqual(['U'])
})

test('a locked prescription is found by its reference number alone', () => {
  const rf = openReseptformidler()
  const numbers = answered(rf.ask(m41('numbers', 1)), 'M4.2')
  const [number = ''] = typeof numbers === 'object' ? numbers.RefNr : []
  const locked = m1WithRefNr('a', number, { isLocked: true })
  rf.hear(locked)
  expect(answered(rf.ask(m95('asks', own)), 'M9.6')).toMatchObject({ LastResept: 'true', StatusSok: { V: '4' } })
  expect(listed(rf.ask(m95('asks by number', { RefNr: [number] })))).toEqual([[id(locked), 'E']])
  const pharmacy = answered(rf.ask(m91('pharmacy asks')), 'M9.2')
  expect(pharmacy).toMatchObject({ Status: { V: '4' } })
})

test('nothing found says why, by list 7407', () => {
  const rf = openReseptformidler()
  const why = (sought: Parameters<typeof m95>[1]) => {
    const answer = answered(rf.ask(m95('asks', sought)), 'M9.6')
    return typeof answer === 'string' ? answer : answer.StatusSok?.V
  }
  const misspelt = `${patient.id.slice(0, 10)}${(Number(patient.id.slice(10)) + 1) % 10}`
  expect([why(own), why({ Fnr: misspelt }), why({ RefNr: ['12345'] }), why({})]).toEqual(['4', '2', '1', '60'])
})

test('a person who could be real is not looked up', () => {
  const rf = openReseptformidler()
  const unraised = `${patient.id.slice(0, 2)}${String(Number(patient.id.slice(2, 4)) - 80).padStart(2, '0')}${patient.id.slice(4)}`
  expect(answered(rf.ask(m95('asks', { Fnr: unraised })), 'M9.6')).toBe('X99')
})

test('what was dispensed is told with the reports that the prescriber was sent', () => {
  const rf = openReseptformidler()
  const written = m1('a', { dispensings: 2 })
  rf.hear(written)
  rf.ask(m93('takes', id(written)))
  const [sent] = sentIn(rf.hear(m10('b', 'a', { dispensings: 2 })))
  const given = rf.ask(m97('asks', id(written)))
  expect(answered(given, 'M9.8')).toEqual({ AntallUtleveringer: '1' })
  expect(attachedTo(given).map(({ envelope }) => envelope)).toEqual([sent?.envelope])
  expect(answered(rf.ask(m97('asks of another', id(m1('b')))), 'M9.8')).toEqual({ IngenResept: 'true' })
})

test('compression is asked for by a number from 0, and a pharmacy asks nothing here', () => {
  const rf = openReseptformidler()
  expect([
    answered(rf.ask(m95('asks', own, { komprimering: '-1' })), 'M9.6'),
    answered(rf.ask(m95('asks', own, { from: parties.apotek })), 'M9.6')
  ]).toEqual(['267', '377'])
})
