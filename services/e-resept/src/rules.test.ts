/** What every recall, application and question about a prescription must say, or is refused. */
import { type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, m1, m5, m91, m93, openReseptformidler, patient, receiptOf } from './handle.examples.ts'
import { m41, m95, m97 } from './rekvirent.examples.ts'
import { m3 } from './soknad.examples.ts'

/** Codes of the refusal, or OK. */
function asked(question: Melding): string {
  const given = openReseptformidler().ask(question)
  if (given.type === 'answer') return 'OK'
  return given.refusal?.errors.map(({ code }) => code).join() ?? 'OK'
}
const kanskje = { V: '3', DN: 'Kanskje' }
const cancelled = (V: string) =>
  changed(m93('q', m1('a').envelope.msgId), 'M9.3', (content) =>
    payloadOf('M9.3', { ...content, Kansellering: { V, DN: V } })
  )

test.each([
  ['M9.3', asked(m93('q', '17'))],
  ['M9.7', asked(m97('q', '17'))],
  ['M3', receiptOf(openReseptformidler().hear(m3('x', '17')))],
  [
    'M5',
    receiptOf(
      openReseptformidler().hear(
        changed(m5('x', 'a'), 'M5', (content) => payloadOf('M5', { ...content, ReseptId: '17' }))
      )
    )
  ]
])('a ReseptId that is no UUID is refused in %s (272)', (_format, code) => {
  expect(code).toBe('272')
})

test('what is asked by yes or no is answered by nothing else (230)', () => {
  const m91with = (more: object) => changed(m91('q'), 'M9.1', (content) => payloadOf('M9.1', { ...content, ...more }))
  const m95with = changed(m95('q', { Fnr: '1' }), 'M9.5', (content) =>
    payloadOf('M9.5', { ...content, AlleResepter: kanskje })
  )
  expect(
    [
      m91with({}),
      m91with({ AlleResepter: kanskje }),
      m91with({ InkluderVergeinnsynsreservasjon: kanskje }),
      m95with
    ].map(asked)
  ).toEqual(['OK', '230', '230', '230'])
})

test('a question is given up for a reason of list 7411', () => {
  expect(['17', '12'].map((code) => asked(cancelled(code)))).toEqual(['OK', '320'])
})

const withEnvelope = (melding: Melding, change: Partial<Melding['envelope']>): Melding => ({
  ...melding,
  envelope: { ...melding.envelope, ...change }
})
const heard = (melding: Melding) => receiptOf(openReseptformidler().hear(melding))

test('a melding of one type that holds another is refused (303)', () => {
  expect([
    heard(withEnvelope(m1('a'), { type: 'ERM5' })),
    asked(withEnvelope(m91('q'), { type: 'ERM95' })),
    asked(withEnvelope(m41('q', 1), { type: 'ERM42' }))
  ]).toEqual(['303', '303', '303'])
})

test('reference numbers are asked for as the official examples do, too', () => {
  expect(asked(withEnvelope(m41('q', 1), { type: 'ERM041' }))).toBe('OK')
})

const own = { id: patient.id, kind: 'FNR' }
/** How a prescription is answered whose patient has the own number and this. */
const withIdents = (...more: readonly { readonly id: string; readonly kind: string }[]) =>
  heard(withEnvelope(m1('a'), { patient: { ...m1('a').envelope.patient, idents: [own, ...more] } }))

test('a patient has no number twice (217), but two passports', () => {
  const passport = { id: 'AB1', kind: 'PNR' }
  expect([withIdents(own), withIdents(passport, passport), withIdents(passport, { id: 'AB2', kind: 'PNR' })]).toEqual([
    '217',
    '217',
    'OK'
  ])
})

test('a patient is named by each kind of list 8116, and by none of an organisation alone (283)', () => {
  const coded = (...kinds: readonly string[]) => kinds.map((kind) => withIdents({ id: '1', kind }))
  const persons = coded('HPR', 'HER', 'HNR', 'FHN', 'DUF', 'PNR', 'SEF', 'DKF', 'SSN', 'FPN', 'UID', 'XXX')
  expect(new Set(persons)).toEqual(new Set(['OK']))
  expect(new Set(coded('ENH', 'AKO', 'RSH', 'LOK', 'APO', 'TLF', 'toString'))).toEqual(new Set(['283']))
})
