/** Nobody who could be real is let in. */
import { expect, test } from 'vitest'
import type { Ident } from '../melding.ts'
import { requireSynthetic, syntheticOnly } from './require-synthetic.ts'
import { patient, personNumber } from './rules.examples.ts'

const withIdents = (...idents: Ident[]) => requireSynthetic({ ...patient, idents })
/** The same number as a real one would be: its month not raised. Only its form is looked at, so the digits need not be right. */
const unraised = `1705${personNumber().slice(4)}`

test('a synthetic fødselsnummer and D-nummer are let in', () => {
  const dNumber = personNumber({ dNumber: true })
  expect(withIdents({ id: personNumber(), kind: 'FNR' }, { id: dNumber, kind: 'DNR' })).toBeUndefined()
})
test('somebody without a number, and a melding about nobody, are let in', () => {
  expect([withIdents(), requireSynthetic(undefined)]).toEqual([undefined, undefined])
})
test('a number that could be real is refused with X99', () => {
  const refusal = withIdents({ id: unraised, kind: 'FNR' })
  expect(refusal?.errors.map(({ code, text }) => [code, text])).toEqual([['X99', syntheticOnly]])
})
test('one real-looking number among several is enough to refuse', () => {
  expect(withIdents({ id: personNumber(), kind: 'FNR' }, { id: unraised, kind: 'FNR' })).toBeDefined()
})
test('digits in groups hide nothing', () => {
  expect(withIdents({ id: `${unraised.slice(0, 6)} ${unraised.slice(6)}`, kind: 'FNR' })).toBeDefined()
})
test('an empty number is nobody', () => {
  expect(withIdents({ id: '', kind: 'FNR' })).toBeUndefined()
})
test('the refusal does not repeat the number', () => {
  expect(JSON.stringify(withIdents({ id: unraised, kind: 'FNR' }))).not.toContain(unraised)
})
test.each(['PNR', 'SEF', 'DKF', 'SSN', 'UID', 'FPN'])('a %s, which is no number of Norway, is let in', (kind) => {
  expect(withIdents({ id: 'X12345', kind })).toBeUndefined()
})
test('a DUF number shows no mark of being made up, and is refused', () => {
  expect(withIdents({ id: '2'.repeat(12), kind: 'DUF' })).toBeDefined()
})
