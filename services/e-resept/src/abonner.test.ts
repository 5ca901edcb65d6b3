/** Who may follow what is dispensed to a patient, and what is told then. */
import { contentOf, herIdOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import {
  changed,
  landscape,
  m1,
  m10,
  m241,
  m93,
  openReseptformidler,
  parties,
  receiptOf,
  sentIn
} from './handle.examples.ts'
import { dayMs, now } from './resept.examples.ts'

type Rf = ReturnType<typeof openReseptformidler>

const svarOf = (rf: Rf, melding: Melding) => {
  const [answer] = sentIn(rf.hear(melding))
  const read = answer && contentOf(answer.payload, 'M24.2')
  return read?.type === 'content' ? [read.content.Svar.V, read.content.Begrunnelse?.V] : undefined
}

/** Who is told when something is dispensed that `from` prescribed. */
function toldOf(
  rf: Rf,
  id: string,
  from: typeof parties.fastlege,
  at = now,
  change: (report: Melding) => Melding = (report) => report
) {
  const written = m1(id, { from })
  rf.hear(written)
  rf.ask(m93(`takes ${id}`, written.envelope.msgId, { at }))
  const sent = sentIn(rf.hear(change(m10(`m10 ${id}`, id, { at }))))
  return sent.flatMap(({ envelope, attachments }) =>
    envelope.type === 'ERM8' ? [[herIdOf(envelope.receiver), attachments.length]] : []
  )
}

test('a fastlege who follows a patient is told what others prescribed, with the prescription', () => {
  const rf = openReseptformidler()
  const asks = m241('asks')
  const [answer] = sentIn(rf.hear(asks))
  expect(answer?.envelope.conversation).toEqual({
    refToParent: asks.envelope.msgId,
    refToConversation: asks.envelope.msgId
  })
  expect([answer && contentOf(answer.payload, 'M24.2'), toldOf(rf, 'a', parties.sykehus)]).toEqual([
    { type: 'content', content: { Svar: { V: '1', DN: 'Registrert' } } },
    [[parties.fastlege, 1]]
  ])
})

test('he is told nothing of his own prescriptions, nor where the patient has reserved', () => {
  const rf = openReseptformidler()
  rf.hear(m241('asks'))
  const reserved = (report: Melding) =>
    changed(report, 'M10', (content) => payloadOf('M10', { ...content, ReservasjonRapportFastlege: 'true' }))
  expect([toldOf(rf, 'a', parties.fastlege), toldOf(rf, 'b', parties.sykehus, now, reserved)]).toEqual([[], []])
})

test('nothing is told after he has withdrawn, or when the year is over', () => {
  const [withdrawn, over] = [openReseptformidler(), openReseptformidler()]
  for (const rf of [withdrawn, over]) rf.hear(m241('asks'))
  withdrawn.hear(m241('withdraws', { detail: 'avmeldt', at: now + dayMs }))
  // SamtykkeTil is 2 December 2020, its last day.
  expect([
    toldOf(withdrawn, 'a', parties.sykehus, now + 2 * dayMs),
    toldOf(over, 'a', parties.sykehus, Date.UTC(2020, 11, 1)),
    toldOf(over, 'b', parties.sykehus, Date.UTC(2020, 11, 3))
  ]).toEqual([[], [[parties.fastlege, 1]], []])
})

test('who is no fastlege, or another’s, is refused with why (list 7458), and nothing is kept', () => {
  const rf = openReseptformidler()
  const another = landscape.find('person').find(({ herId }) => herId !== parties.fastlege)
  expect([
    svarOf(rf, m241('hospital', { from: parties.sykehus })),
    svarOf(rf, m241('another', { from: another?.herId ?? '' })),
    svarOf(rf, m241('late', { isOver: true }))
  ]).toEqual([
    ['2', '1'],
    ['2', '2'],
    ['2', '3']
  ])
  expect(toldOf(rf, 'a', parties.sykehus)).toEqual([])
})

test('a pharmacy prescribes nothing, and may follow nobody', () => {
  expect(receiptOf(openReseptformidler().hear(m241('asks', { from: parties.apotek })))).toBe('377')
})
