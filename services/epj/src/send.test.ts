/** What the journal systems send when something happens, and send again when it is refused. */
import { expect, test } from 'vitest'
import {
  definition,
  handle,
  happened,
  hendelseOf,
  hospital,
  poorMeldingFor,
  receiptFor,
  savedState,
  sentTypes,
  sykepleietjeneste
} from './handle.examples.ts'

const admission = hendelseOf({ meldingType: 'LOG_INNLAGT', actor: hospital, counterpart: sykepleietjeneste })

test('of all that happens they send what their own parties send', () => {
  expect(sentTypes(handle(happened(admission, hendelseOf({ meldingType: 'ORIENTERING_TJENESTETILBUD' }))))).toEqual([
    'LOG_INNLAGT'
  ])
})

test('what is sent twice is sent twice', () => {
  expect(sentTypes(handle(happened({ ...admission, variant: 'resend' })))).toEqual(['LOG_INNLAGT', 'LOG_INNLAGT'])
})

test('an admission of somebody unknown is refused, then sent again as it should be', () => {
  const poor = { ...admission, variant: 'poor-patient' } as const
  const told = handle(happened(poor))
  const refused = receiptFor(poorMeldingFor(poor), '2', 'E36')
  const saved = told.find((effect) => effect.type === 'save')
  expect(saved?.key).toBe(definition.keyOf(refused))
  expect(sentTypes(handle(refused, savedState(told)))).toEqual(['LOG_INNLAGT'])
})
