/** Nothing that came from outside reaches a subject unchecked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meldingSubject, parseMeldingSubject, transportId } from './subjects.ts'

const parts = { tjeneste: '8663-KP02', to: '2002', from: '1001', meldingType: 'LOG_INNLAGT', partition: 7 }

describe('a subject', () => {
  it('tells all that a counter needs', () => {
    expect(meldingSubject(parts)).toBe('melding.8663-KP02.2002.1001.LOG_INNLAGT.07')
    expect(parseMeldingSubject(meldingSubject(parts))).toEqual(parts)
  })

  it('keeps the leading zeros of a HER-id', () => {
    expect(parseMeldingSubject(meldingSubject({ ...parts, to: '0002002' })).to).toBe('0002002')
  })

  it.each(['*', '>', '20.02', '20 02', '', '２００２', '-1', '1'.repeat(11), '9'.repeat(5_000), '20\n02', '𝟚'])(
    'is not built with the HER-id %j',
    (herId) => {
      expect(() => meldingSubject({ ...parts, to: herId })).toThrow('a HER-id in a subject')
      expect(() => meldingSubject({ ...parts, from: herId })).toThrow('a HER-id in a subject')
    }
  )

  it.each(['LOG.INNLAGT', 'LOG>', '*', 'Formål', '', 'A'.repeat(65)])(
    'is not built with the type %j',
    (meldingType) => {
      expect(() => meldingSubject({ ...parts, meldingType })).toThrow('letters, digits, _ and -')
    }
  )

  it('either stands in six tokens or is not built, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (herId, meldingType) => {
        try {
          const subject = meldingSubject({ ...parts, to: herId, meldingType })
          return subject.split('.').length === 6 && /^[\w.-]+$/.test(subject)
        } catch {
          return true
        }
      })
    )
  })
})

it('a resend has another transport id than the first sending', () => {
  expect(transportId('1', 'm', '2', 1)).not.toBe(transportId('1', 'm', '2'))
})
