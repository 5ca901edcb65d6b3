/** Multidose: who is responsible, the medicine list between doctor and pharmacy, and who else sees it. */
import { contentOf, herIdOf, type Melding } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, m1, m91, openReseptformidler, parties, patient, receiptOf, sentIn } from './handle.examples.ts'
import { entry, m251, m252, m253, m271, m911, m921 } from './multidose.examples.ts'
import { answered } from './rekvirent.examples.ts'
import { now } from './resept.examples.ts'

type Reseptformidler = ReturnType<typeof openReseptformidler>
const id = ({ envelope }: Melding) => envelope.msgId
const { apotek, annetApotek, fastlege, sykehus, kjernejournal } = parties
/** The code, and what is sent to whom. */
const outcome = (rf: Reseptformidler, melding: Melding) => {
  const effects = rf.hear(melding)
  return [receiptOf(effects), ...sentIn(effects).map(({ envelope }) => [envelope.type, herIdOf(envelope.receiver)])]
}
const registered = () => {
  const rf = openReseptformidler()
  rf.hear(m271('lege', 'R', { from: fastlege }))
  rf.hear(m271('apotek', 'R', { from: apotek }))
  return rf
}

test('doctor and pharmacy register, and each is told of the other', () => {
  const rf = openReseptformidler()
  const [first] = sentIn(rf.hear(m271('lege', 'R', { from: fastlege })))
  const [second] = sentIn(rf.hear(m271('apotek', 'R', { from: apotek })))
  expect(first && contentOf(first.payload, 'M27.2')).toEqual({
    type: 'content',
    content: { RegistrertEndring: 'true' }
  })
  expect(second && contentOf(second.payload, 'M27.2')).toMatchObject({
    content: { RegistrertEndring: 'true', Multidoselege: { HerId: { Id: fastlege } } }
  })
  const list = answered(rf.ask(m91('asks')), 'M9.2')
  expect(list).toMatchObject({
    Multidosebruker: [{ Fnr: patient.id, Multidoselege: { HerId: { Id: fastlege } }, Multidoseapotek: {} }]
  })
})

test('another waits until who is responsible signs off, and nobody signs off another', () => {
  const rf = registered()
  expect([
    outcome(rf, m271('another pharmacy', 'R', { from: annetApotek })),
    outcome(rf, m271('another pharmacy leaves', 'A', { from: annetApotek })),
    outcome(rf, m271('leaves', 'A', { from: apotek })),
    outcome(rf, m271('another pharmacy again', 'R', { from: annetApotek }))
  ]).toEqual([['154'], ['153'], ['OK', ['ERM272', apotek]], ['OK', ['ERM272', annetApotek]]])
})

test('the next doctor is told to the former (M28)', () => {
  const rf = registered()
  const other = { from: parties.annenFastlege }
  expect([
    outcome(rf, m271('another', 'R', other)),
    outcome(rf, m271('another leaves', 'A', other)),
    outcome(rf, m271('leaves', 'A', { from: fastlege })),
    outcome(rf, m271('another again', 'R', other))
  ]).toEqual([
    ['155'],
    ['152'],
    ['OK', ['ERM272', fastlege]],
    ['OK', ['ERM272', parties.annenFastlege], ['ERM28', fastlege]]
  ])
})

test('who signs off from a later date is responsible until then, and the next from then', () => {
  const rf = registered()
  const other = { from: parties.annenFastlege }
  const [before, then] = [now + 60_000, Date.UTC(2019, 11, 10, 8)]
  expect([
    outcome(rf, m271('leaves', 'A', { from: fastlege }, '2019-12-10')),
    outcome(rf, m271('too early', 'R', other, '2019-12-09')),
    outcome(rf, m271('another', 'R', other, '2019-12-10'))
  ]).toEqual([['OK', ['ERM272', fastlege]], ['155'], ['OK', ['ERM272', parties.annenFastlege], ['ERM28', fastlege]]])
  const seen = (at: number) => answered(rf.ask(m91(`asks at ${at}`, { at })), 'M9.2')
  expect(seen(before)).toMatchObject({
    Multidosebruker: [{ Multidoselege: { HerId: { Id: fastlege }, AktivTil: '2019-12-10' } }]
  })
  expect(seen(then)).toMatchObject({ Multidosebruker: [{ Multidoselege: { HerId: { Id: parties.annenFastlege } } }] })
  expect([before, then].map((at) => outcome(rf, m253(`packed at ${at}`, '', { at })))).toEqual([
    ['OK', ['ERM253', fastlege]],
    ['OK', ['ERM253', parties.annenFastlege]]
  ])
})

test('who has registered for a later date is not responsible before, and leaves nothing when it comes to nothing', () => {
  const rf = openReseptformidler()
  rf.hear(m271('later', 'R', { from: fastlege }, '2019-12-10'))
  expect(outcome(rf, m251('locum', { isVikar: true, from: parties.annenFastlege }))).toEqual(['359'])
  expect([
    outcome(rf, m271('another', 'R', { from: parties.annenFastlege })),
    outcome(rf, m271('not after all', 'A', { from: fastlege })),
    outcome(rf, m271('another again', 'R', { from: parties.annenFastlege }))
  ]).toEqual([['155'], ['OK', ['ERM272', fastlege]], ['OK', ['ERM272', parties.annenFastlege]]])
})

test('a patient’s next multidose is as the first was, with another pharmacy, and a list that follows the last in here', () => {
  const rf = registered()
  const first = m251('first')
  const asks = m252('asks', id(first))
  for (const melding of [first, asks]) rf.hear(melding)
  for (const from of [apotek, fastlege]) rf.hear(m271(`${from} leaves`, 'A', { from }))
  const found = answered(rf.ask(m911('looks first')), 'M9.12')
  const refToParent = (typeof found === 'object' && 'Pasient' in found && found.Pasient.RefMsgId) || ''
  expect(refToParent).toBe(id(asks))
  const next = m251('next', { refToParent })
  expect([
    outcome(rf, m271('again', 'R', { from: fastlege })),
    outcome(rf, next),
    outcome(rf, m271('another pharmacy', 'R', { from: annetApotek })),
    outcome(rf, m252('asks again', id(next), { from: annetApotek }))
  ]).toEqual([
    ['OK', ['ERM272', fastlege]],
    ['OK', ['ERM254', kjernejournal]],
    ['OK', ['ERM272', annetApotek]],
    ['OK', ['ERM252', fastlege]]
  ])
})

test('a medicine list is told to kjernejournal, without what has been stopped', () => {
  const rf = openReseptformidler()
  const Seponering = { Tidspunkt: '2019-12-01T09:00:00', Arsak: { V: 'A', DN: 'Avsluttet behandling' } }
  const [told] = sentIn(rf.hear(m251('list', { entries: [entry('a'), entry('b', { Seponering })] })))
  expect(told && [told.envelope.type, herIdOf(told.envelope.receiver)]).toEqual(['ERM254', kjernejournal])
  expect(told && contentOf(told.payload, 'M25.4')).toEqual({
    type: 'content',
    content: { EnkeltoppforingLIB: [entry('a')] }
  })
})

test('a list follows the last list or question (226), and lists each medicine once (315)', () => {
  const rf = registered()
  const first = m251('first')
  const asks = m252('asks', id(first))
  expect([
    outcome(rf, first),
    outcome(rf, m251('follows nothing')),
    outcome(rf, asks),
    outcome(rf, m251('follows the first', { refToParent: id(first) })),
    outcome(rf, m251('twice', { refToParent: id(asks), entries: [entry('a'), entry('a')] })),
    outcome(rf, m251('follows', { refToParent: id(asks) }))
  ]).toEqual([
    ['OK', ['ERM254', kjernejournal]],
    ['226'],
    ['OK', ['ERM252', fastlege]],
    ['226'],
    ['315'],
    ['OK', ['ERM254', kjernejournal]]
  ])
})

test('questions and what was packed go from the pharmacy of the multidose to its doctor', () => {
  const rf = registered()
  const list = m251('list')
  rf.hear(list)
  expect([
    outcome(rf, m252('asks', id(list))),
    outcome(rf, m253('packed', id(list))),
    outcome(rf, m253('packed elsewhere', id(list), { from: annetApotek }))
  ]).toEqual([['OK', ['ERM252', fastlege]], ['OK', ['ERM253', fastlege]], ['153']])
  rf.hear(m271('leaves', 'A', { from: fastlege }))
  expect(outcome(rf, m253('packed again', id(list)))).toEqual(['228'])
})

test('a locum needs a doctor of the multidose (359), and a pharmacy writes no list (377)', () => {
  const rf = openReseptformidler()
  expect([
    outcome(rf, m251('locum', { isVikar: true })),
    outcome(rf, m251('pharmacy', { from: apotek })),
    outcome(registered(), m251('locum', { isVikar: true, from: parties.annenFastlege }))
  ]).toEqual([['359'], ['377'], ['OK', ['ERM254', kjernejournal]]])
})

test('a look-up has the last of each message, who is responsible, and the prescriptions that are asked for', () => {
  const rf = registered()
  const written = m1('a')
  rf.hear(written)
  const list = m251('list')
  const asks = m252('asks', id(list))
  for (const melding of [list, asks, m253('packed', id(asks))]) rf.hear(melding)
  const answer = answered(rf.ask(m911('asks', { isWithResepter: true })), 'M9.12')
  expect(answer).toMatchObject({
    Pasient: { Fnr: patient.id, RefMsgId: id(asks), Reseptinfo: [{ ReseptId: id(written), Status: { V: 'E' } }] }
  })
  const { VarerIBrukB64: held = [] } = (typeof answer === 'object' && 'Pasient' in answer && answer.Pasient) || {}
  expect(held.map((base64) => /V="(ERM\d+)"/.exec(Buffer.from(base64, 'base64').toString())?.[1])).toEqual([
    'ERM251',
    'ERM252',
    'ERM253'
  ])
})

test('a pharmacy looks up the lists of its own patients, and is told who has changed', () => {
  const rf = registered()
  const at = now + 60_000
  const ask = (question: Melding) => rf.ask(question)
  expect(answered(ask(m911('asks elsewhere', { from: annetApotek })), 'M9.12')).toBe('153')
  expect(answered(ask(m911('asks', { from: apotek })), 'M9.12')).toMatchObject({
    Pasient: { Multidoselege: { HerId: { Id: fastlege } } }
  })
  expect(answered(ask(m921('asks', at)), 'M9.22')).toEqual({ IngenEndring: 'true' })
  rf.hear(m251('list', { at }))
  expect([
    answered(ask(m921('asks again', at)), 'M9.22'),
    answered(ask(m921('asks elsewhere', at, { from: annetApotek })), 'M9.22'),
    answered(ask(m921('doctor asks', at, { from: sykehus })), 'M9.22')
  ]).toEqual([{ Fnr: [patient.id] }, { IngenEndring: 'true' }, '378'])
})

test('a registration without a known status is refused with 229, and one of nobody with 257', () => {
  const rf = openReseptformidler()
  const registers = m271('lege', 'R', { from: fastlege })
  const unknown = changed(registers, 'M27.1', (content) => ({
    ...registers.payload,
    content: { ...content, Status: { V: 'X', DN: 'Ukjent' } }
  }))
  const { patient: _nobody, ...envelope } = registers.envelope
  expect([outcome(rf, unknown), outcome(rf, { ...registers, envelope })]).toEqual([['229'], ['257']])
})
