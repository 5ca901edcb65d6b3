/** What the care system sends when something happens, and what it does with the receipts. */
import { msgIdOf } from '@budstikka/landscape'
import { expect, test } from 'vitest'
import {
  definition,
  fastlege,
  handle,
  happened,
  hendelseOf,
  meldingFor,
  now,
  poorMeldingFor,
  receiptFor,
  saksbehandling,
  savedState,
  sentOf,
  sentTypes,
  sykepleietjeneste
} from './handle.examples.ts'

const wish = hendelseOf({
  meldingType: 'HELSEOPPLYSNINGER_LEGE',
  id: 'onske',
  actor: sykepleietjeneste,
  counterpart: fastlege,
  detail: '3'
})

test('of all that happens it sends what its own parties send', () => {
  const decision = { ...wish, meldingType: 'ORIENTERING_TJENESTETILBUD', actor: saksbehandling }
  const elsewhere = hendelseOf({ meldingType: 'LOG_INNLAGT' })
  expect(sentTypes(handle(happened(wish, elsewhere, decision)))).toEqual([
    'HELSEOPPLYSNINGER_LEGE',
    'ORIENTERING_TJENESTETILBUD'
  ])
})

test('a plain happening needs no state', () => {
  expect(handle(happened(wish)).map(({ type }) => type)).toEqual(['send'])
})

test('what is sent twice goes with the same MsgId at two attempts', () => {
  const effects = handle(happened({ ...wish, variant: 'resend' }))
  const sent = effects.flatMap((effect) =>
    effect.type === 'send' ? [[effect.attempt, effect.melding.envelope.msgId]] : []
  )
  expect(sent).toEqual([
    [0, msgIdOf(now, 'onske')],
    [1, msgIdOf(now, 'onske')]
  ])
})

const poor = { ...wish, variant: 'poor-patient' } as const

test('a patient who cannot be identified is remembered under the key that the receipt will have', () => {
  const [, saved] = handle(happened(poor))
  const key = definition.keyOf(receiptFor(poorMeldingFor(poor), '2', 'E36'))
  expect(saved).toMatchObject({ type: 'save', key, state: { toCorrect: poor } })
})

test('a refusal with E36 is followed by the corrected melding under another MsgId', () => {
  const refused = receiptFor(poorMeldingFor(poor), '2', 'E36')
  const effects = handle(refused, savedState(handle(happened(poor))))
  expect(effects).toMatchObject([
    {
      type: 'send',
      melding: { envelope: { msgId: msgIdOf(now, 'onske'), patient: { idents: [{ kind: expect.any(String) }] } } }
    },
    { type: 'save', state: { turns: [] } }
  ])
})

test('a corrected melding that is refused too is said and not sent again', () => {
  const refused = receiptFor(poorMeldingFor(poor), '2', 'E36')
  const corrected = savedState(handle(refused, savedState(handle(happened(poor)))))
  expect(handle(refused, corrected)).toMatchObject([{ type: 'say', name: 'melding-avvist' }])
})

test('a refusal for another reason is said, with its codes', () => {
  const melding = meldingFor(wish)
  expect(handle(receiptFor(melding, '2', 'E10'))).toEqual([
    { type: 'say', name: 'melding-avvist', key: melding.envelope.msgId, data: { ...sentOf(melding), codes: ['E10'] } }
  ])
})

test('a positive receipt changes nothing', () => {
  expect(handle(receiptFor(meldingFor(wish), '1'))).toEqual([])
})

test('a receipt that is missing after 96 hours is said', () => {
  const original = sentOf(meldingFor(wish))
  const said = { type: 'say', name: 'kvittering-mangler', key: original.msgId, data: original }
  expect(handle({ type: 'overdue', original })).toEqual([said])
})

test('an event of another name is not its business', () => {
  expect(handle({ type: 'event', name: 'klokke', id: '1', data: { at: now } })).toEqual([])
})
