/** Whom a melding names, and what becomes of it when the transport names others (AMQP 2.2.3). */
import { expect, test } from 'vitest'
import { checkAddressing, rolesOf } from './addressing.ts'
import { address, envelope } from './rules.examples.ts'

test('the primary receiver, the copy receiver and a stranger are told apart', () => {
  expect(['201', '301', '999'].map((herId) => rolesOf(envelope, herId))).toEqual([['PRIM'], ['COP'], []])
})
test('one who is primary and copy receiver answers in both roles', () => {
  const copies = [{ ...address('200', '201'), role: 'COP' }]
  expect(rolesOf({ ...envelope, copies }, '201')).toEqual(['PRIM', 'COP'])
})
test('an empty role of a further receiver is a copy', () => {
  expect(rolesOf({ ...envelope, copies: [{ ...address('300', '301'), role: '' }] }, '301')).toEqual(['COP'])
})
test.each(['FR', 'OR'])('a receiver of an earlier melding (%s) is no receiver of this one', (role) => {
  expect(rolesOf({ ...envelope, copies: [{ ...address('300', '301'), role }] }, '301')).toEqual([])
})
test('the HER-id of the organisation alone addresses nobody', () => {
  expect(rolesOf(envelope, '200')).toEqual([])
})
test('an enterprise without services is addressed as a whole, and a doctor without a HER-id writes for it', () => {
  const doctor = { givenName: 'Gunn', familyName: 'Omsorg', idents: [{ id: '009876543', kind: 'HPR' }] }
  const [sender, receiver] = ['101', '201'].map((id) => ({
    organisation: {
      name: 'Virksomhet',
      idents: [
        { id: '999999999', kind: 'ENH' },
        { id, kind: 'HER' }
      ]
    }
  }))
  if (sender === undefined || receiver === undefined) return expect.fail('two addresses')
  const whole = { ...envelope, sender: { ...sender, person: doctor }, receiver, copies: [] }
  return expect(checkAddressing(whole, { from: '101', to: '201' })).toEqual({ type: 'matches' })
})
test('transport and XML that agree pass', () => {
  expect(checkAddressing(envelope, { from: '101', to: '201' })).toEqual({ type: 'matches' })
})
test('a receiver in the transport whom the XML does not name is E10', () => {
  const checked = checkAddressing(envelope, { from: '101', to: '999' })
  expect(checked.type === 'refuse' && checked.refusal.errors.map(({ code }) => code)).toEqual(['E10'])
})
test('a sender in the transport whom the XML does not name is spoofing', () => {
  const spoofing = { type: 'spoofing', errorCondition: 'abuse:spoofing-attack' }
  expect(checkAddressing(envelope, { from: '999', to: '201' })).toEqual(spoofing)
  expect(checkAddressing(envelope, { from: '999', to: '999' })).toEqual(spoofing)
})
