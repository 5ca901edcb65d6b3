/** Who answers is decided by the melding alone. */
import { expect, test } from 'vitest'
import { answerDelay, answerDelayMaxMs, answerType, isAnswered } from './answering.ts'

test.each(['LOG_INNLAGT', 'LOG_UTSKRIVNINGSKLAR', 'DIALOG_FORESPORSEL'])('a new %s is answered', (meldingType) => {
  expect(isAnswered({ meldingType, status: 'N' })).toBe(true)
})

test.each(['M', 'C'])('a LOG_INNLAGT of status %s is not answered', (status) => {
  expect(isAnswered({ meldingType: 'LOG_INNLAGT', status })).toBe(false)
})

test('a wish for medical assessment is answered, a status report is not', () => {
  const meldingType = 'HELSEOPPLYSNINGER_LEGE'
  expect(isAnswered({ meldingType, status: 'N', content: '3' })).toBe(true)
  expect(isAnswered({ meldingType, status: 'N', content: '2' })).toBe(false)
})

test.each([
  ['DIALOG_INNBYGGER_EKONTAKT', 'HE', true],
  ['DIALOG_INNBYGGER_EKONTAKT', 'OT', false],
  ['DIALOG_INNBYGGER_EKONTAKT', 'F02', false],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', 'F04', true],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', 'F02', false],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', 'F05', false],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', undefined, false]
])('%s that asks %s: %s', (meldingType, content, isAsked) => {
  expect(isAnswered({ meldingType, status: 'N', content })).toBe(isAsked)
})

test.each([
  'INNLEGGELSESRAPPORT',
  'DIALOG_SVAR',
  'DIALOG_NOTAT',
  'MEDISINSKE_OPPLYSNINGER',
  'LOG_UTSKREVET',
  'toString'
])('%s is never answered', (meldingType) => {
  expect(isAnswered({ meldingType, status: 'N' })).toBe(false)
  expect(answerType(meldingType, 'a')).toBe(undefined)
})

test('a patient ready for discharge is answered by a note or by a helsefaglig dialog', () => {
  const types = Array.from({ length: 50 }, (_, i) => answerType('LOG_UTSKRIVNINGSKLAR', String(i)))
  expect(new Set(types)).toEqual(new Set(['DIALOG_NOTAT', 'DIALOG_HELSEFAGLIG']))
})

test('an answer comes within minutes to hours, always the same for one melding', () => {
  for (let i = 0; i < 200; i++)
    for (const type of ['LOG_INNLAGT', 'LOG_UTSKRIVNINGSKLAR']) {
      const delay = answerDelay(type, String(i))
      expect(delay).toBe(answerDelay(type, String(i)))
      expect(delay).toBeGreaterThanOrEqual(120_000)
      expect(delay).toBeLessThanOrEqual(answerDelayMaxMs)
    }
})
