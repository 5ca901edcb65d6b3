/** What Reseptformidleren answers and whom it tells, from the first prescription to the last dispensing. */
import { contentOf, herIdOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, m1, m10, m5, m91, m93, openReseptformidler, parties, receiptOf, sentIn } from './handle.examples.ts'
import { dayMs, now } from './resept.examples.ts'

const id = ({ envelope }: Melding) => envelope.msgId
const told = (effects: Parameters<typeof sentIn>[0]) =>
  sentIn(effects).map(({ envelope }) => [envelope.type, herIdOf(envelope.receiver)])

test('a prescription is taken over, listed, taken in hand and dispensed', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  expect(receiptOf(rf.hear(written))).toBe('OK')
  const listed = rf.ask(m91('asks'))
  const list = listed.type === 'answer' ? contentOf(listed.melding.payload, 'M9.2') : undefined
  expect(
    list?.type === 'content' && list.content.Reseptinfo?.map(({ ReseptId, Status }) => [ReseptId, Status.V])
  ).toEqual([[id(written), 'E']])
  const taken = rf.ask(m93('takes', id(written)))
  expect(taken.type === 'answer' && contentOf(taken.melding.payload, 'M9.4')).toMatchObject({
    content: { Status: { V: 'U' } }
  })
  expect(taken.type === 'answer' && taken.melding.attachments.length).toBe(2)
  const effects = rf.hear(m10('b', 'a', { detail: 'siste' }))
  expect([receiptOf(effects), told(effects)]).toEqual([
    'OK',
    [
      ['ERM6', parties.fastlege],
      ['ERM81', parties.kjernejournal]
    ]
  ])
  expect(rf.resept(written)?.status).toBe('R')
})

test('what follows a report refers to it, and goes on with its conversation', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', id(written)))
  const report = m10('b', 'a')
  const conversation = { refToParent: 'm94', refToConversation: 'm91' }
  const sent = sentIn(rf.hear({ ...report, envelope: { ...report.envelope, conversation } }))
  expect(sent.map(({ envelope }) => envelope.conversation)).toEqual([
    { refToParent: id(report), refToConversation: 'm91' },
    { refToParent: id(report), refToConversation: 'm91' }
  ])
})

test('of two pharmacies that ask at once, one gets it and the other code 69', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  const answers = [parties.apotek, parties.annetApotek].map((from, i) =>
    rf.ask(m93(`takes ${i}`, id(written), { from }))
  )
  expect(answers.map((one) => (one.type === 'appRec' ? one.refusal?.errors[0]?.code : 'M9.4'))).toEqual(['M9.4', '69'])
})

test('a question that comes again is answered again, until what it took has gone its way', () => {
  const rf = openReseptformidler()
  const written = m1('a', { dispensings: 2 })
  rf.hear(written)
  const takes = m93('takes', id(written))
  const first = rf.ask(takes)
  expect(rf.ask(takes, true)).toEqual(first)
  rf.hear(m10('b', 'a', { dispensings: 2 }))
  const late = rf.ask(takes, true)
  expect(late.type === 'appRec' && late.refusal?.errors[0]?.code).toBe('65')
  expect(rf.resept(written)?.status).toBe('E')
})

test('a cancellation gives it back, and tells nobody', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', id(written)))
  const effects = rf.hear(m10('b', 'a', { detail: 'avbrutt' }))
  expect([receiptOf(effects), told(effects), rf.resept(written)?.status]).toEqual(['OK', [], 'E'])
})

test('a report without a download is refused with 357, and one of an unknown prescription with 1', () => {
  const rf = openReseptformidler()
  rf.hear(m1('a'))
  expect([receiptOf(rf.hear(m10('b', 'a'))), receiptOf(rf.hear(m10('c', 'unknown')))]).toEqual(['357', '1'])
})

test('a paper prescription is told to kjernejournal alone', () => {
  const rf = openReseptformidler()
  const effects = rf.hear(m10('b', 'paper', { detail: 'papir' }))
  expect([receiptOf(effects), told(effects)]).toEqual(['OK', [['ERM81', parties.kjernejournal]]])
})

test('a recall by who wrote it is answered, and one by another is told to who wrote it', () => {
  const rf = openReseptformidler()
  for (const one of ['a', 'b']) rf.hear(m1(one))
  const own = rf.hear(m5('x', 'a'))
  const others = rf.hear(m5('y', 'b', { from: parties.sykehus }))
  expect([receiptOf(own), told(own), receiptOf(others), told(others)]).toEqual([
    'OK',
    [['ERM52', parties.fastlege]],
    'OK',
    [
      ['ERM52', parties.sykehus],
      ['ERM7', parties.fastlege]
    ]
  ])
  expect(receiptOf(rf.hear(m5('z', 'a')))).toBe('16')
})

test('a recall of what is in hand is answered so (7503 code 2)', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', id(written)))
  const [answer] = sentIn(rf.hear(m5('x', 'a')))
  expect(answer && contentOf(answer.payload, 'M5.2')).toMatchObject({ content: { Status: { V: '2' } } })
})

test('a date may be written with a time zone, as in the official examples', () => {
  const rf = openReseptformidler()
  const written = changed(m1('a'), 'M1', (content) =>
    payloadOf('M1', { ...content, Forskrivningsdato: '2019-12-02+01:00', Utloper: '2020-12-01+01:00' })
  )
  expect(receiptOf(rf.hear(written))).toBe('OK')
  expect(rf.resept(written)?.utloper).toBe(Date.UTC(2020, 11, 2))
})

test('the same ReseptId again is refused with 10', () => {
  const rf = openReseptformidler()
  rf.hear(m1('a'))
  expect(receiptOf(rf.hear(m1('a')))).toBe('10')
})

test('what has expired is deleted when the clock strikes', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.strike(now + 4 * 365 * dayMs)
  expect(rf.resept(written)).toBeUndefined()
})

test('who may not prescribe is refused, and who may not dispense', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  const { reseptformidler, apotek, fastlege } = parties
  expect([
    receiptOf(rf.hear(m1('b', { from: apotek }))),
    receiptOf(rf.hear(m10('c', 'a', { from: fastlege }))),
    receiptOf(rf.hear(m5('d', 'a', { from: reseptformidler })))
  ]).toEqual(['377', '378', '377'])
})

test('cancelling and annulling at once, and cancelling what closes, are refused', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', id(written)))
  const both = changed(m10('b', 'a', { detail: 'avbrutt' }), 'M10', (content) =>
    payloadOf('M10', { ...content, Utlevering: { ...content.Utlevering, Annullering: 'true' } })
  )
  expect([receiptOf(rf.hear(both)), receiptOf(rf.hear(m10('c', 'a', { detail: 'avbrutt siste' })))]).toEqual([
    '124',
    '66'
  ])
})
