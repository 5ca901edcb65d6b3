/** What the care system decides when something comes. */
import { msgIdOf } from '@budstikka/landscape'
import type { Melding } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import {
  came,
  definition,
  handle,
  hendelseOf,
  hospital,
  meldingFor,
  now,
  saksbehandling,
  savedState,
  sentTypes,
  receiptFor,
  sentOf
} from './handle.examples.ts'
import { initial, says } from '@budstikka/journal'

const admission = hendelseOf({ meldingType: 'LOG_INNLAGT', id: 'innlagt' })
const cancellation = hendelseOf({
  ...admission,
  id: 'kansellert',
  status: 'C',
  at: now + 60_000,
  first: 'innlagt',
  firstAt: now,
  previous: 'innlagt',
  previousAt: now
})

test('an admission is receipted and answered by a report to the hospital', () => {
  const effects = handle(came(meldingFor(admission)))
  expect(effects.map(({ type }) => type)).toEqual(['receipt', 'save', 'send'])
  expect(sentTypes(effects)).toEqual(['INNLEGGELSESRAPPORT'])
})

test('the positive receipt carries no fault', () => {
  expect(handle(came(meldingFor(admission)))[0]).toEqual({ type: 'receipt' })
})

test('a patient ready for discharge is answered by a note or by a helsefaglig dialog', () => {
  const sent = Array.from({ length: 20 }, (_, i) => {
    const ready = hendelseOf({ meldingType: 'LOG_UTSKRIVNINGSKLAR', id: String(i), counterpart: saksbehandling })
    return sentTypes(handle(came(meldingFor(ready), 'PRIM', saksbehandling)))
  })
  expect(new Set(sent.flat())).toEqual(new Set(['DIALOG_NOTAT', 'DIALOG_HELSEFAGLIG']))
})

test('a question is answered', () => {
  const asked = hendelseOf({ meldingType: 'DIALOG_FORESPORSEL', actor: hospital, detail: '3' })
  expect(sentTypes(handle(came(meldingFor(asked))))).toEqual(['DIALOG_SVAR'])
})

test('a dialogmelding without a question is receipted, and leaves nothing to keep', () => {
  const melding = meldingFor(hendelseOf({ meldingType: 'DIALOG_HELSEFAGLIG' }))
  expect(handle(came(melding))).toEqual([{ type: 'receipt' }])
  expect(definition.keyOf(came(melding))).toBeUndefined()
})

test.each(['LOG_UTSKREVET', 'UTSKRIVNINGSRAPPORT', 'HELSEOPPL_SOKNAD', 'LOG_AVMELDING'])(
  '%s is receipted and not answered',
  (meldingType) => {
    expect(handle(came(meldingFor(hendelseOf({ meldingType })))).map(({ type }) => type)).toEqual(['receipt', 'save'])
  }
)

test('a copy receiver receipts and does not answer', () => {
  expect(handle(came(meldingFor(admission), 'COP')).map(({ type }) => type)).toEqual(['receipt', 'save'])
})

test('a cancellation is receipted and not answered', () => {
  expect(handle(came(meldingFor(cancellation))).map(({ type }) => type)).toEqual(['receipt', 'save'])
})

test('what was cancelled before it came is receipted and not answered', () => {
  const before = savedState(handle(came(meldingFor(cancellation))))
  expect(handle(came(meldingFor(admission)), before).map(({ type }) => type)).toEqual(['receipt', 'save'])
})

test('a cancellation leads to the same state whether it comes before or after', () => {
  const after = (...meldinger: Melding[]) =>
    meldinger.reduce((state, melding) => savedState(handle(came(melding), state)), initial)
  const [one, other] = [meldingFor(admission), meldingFor(cancellation)]
  expect(after(one, other)).toEqual(after(other, one))
})

test('the answer is derived from what it answers and not from when it is decided', () => {
  const answers = [1, 2].map(() => handle(came(meldingFor(admission))).find(({ type }) => type === 'send'))
  expect(answers[0]).toEqual(answers[1])
})

test('a patient who could be real is refused, and nothing is kept', () => {
  const melding = meldingFor(admission)
  const [ident] = melding.envelope.patient?.idents ?? []
  const unraised = `${ident?.id.slice(0, 2)}05${ident?.id.slice(4)}`
  const patient = { familyName: 'Agurk', idents: [{ id: unraised, kind: 'FNR' }] }
  const effects = handle(came({ ...melding, envelope: { ...melding.envelope, patient } }))
  expect(effects).toMatchObject([{ type: 'receipt', refusal: { errors: [{ code: 'X99' }] } }])
})

test('a death is said once, and marks the conversation', () => {
  const death = meldingFor(hendelseOf({ meldingType: 'LOG_DOD', id: 'dod' }))
  const first = handle(came(death))
  const { msgId } = death.envelope
  expect(msgId).toBe(msgIdOf(now, 'dod'))
  expect(first.find(({ type }) => type === 'say')).toMatchObject({ name: 'dodsfall', key: msgId })
  expect(savedState(first).isDead).toBe(true)
  expect(handle(came(death), savedState(first)).some(({ type }) => type === 'say')).toBe(false)
})

test('a death that was cancelled is none', () => {
  const death = hendelseOf({ meldingType: 'LOG_DOD', id: 'innlagt' })
  const dead = savedState(handle(came(meldingFor(death))))
  const after = handle(came(meldingFor({ ...cancellation, meldingType: 'LOG_DOD' })), dead)
  expect(savedState(after).isDead).toBeUndefined()
})

test('what is said is named in the manifest', () => {
  const sent = meldingFor(hendelseOf({ meldingType: 'LOG_DOD' }))
  const effects = [
    ...handle(came(sent)),
    ...handle(receiptFor(sent, '2', 'E10')),
    ...handle({ type: 'overdue', original: sentOf(sent) })
  ]
  const names = effects.flatMap((effect) => (effect.type === 'say' ? [effect.name] : []))
  expect(says).toEqual(expect.arrayContaining(names))
})
