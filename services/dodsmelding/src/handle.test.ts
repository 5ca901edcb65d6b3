/** Where a told death stands, as its register answers. */
import { expect, test } from 'vitest'
import { handle, venter } from './handle.ts'

const mottatt = { type: 'mottatt', referanse: 'r' } as const

test('a receipt is not yet a decision', () => {
  expect(handle(venter, mottatt)).toEqual({ status: 'mottatt', referanse: 'r' })
})

test.each([
  ['godkjent', 'godkjent'],
  ['registrert', 'godkjent'],
  ['avslaatt', 'avvist'],
  ['avvist', 'avvist'],
  ['avbrutt', 'avvist']
])('the decision %s makes it %s', (beslutning, status) => {
  expect(handle(handle(venter, mottatt), { type: 'beslutning', beslutning })).toEqual({ status, referanse: 'r' })
})

test('what somebody looks at waits for the decision, which takes the reason away', () => {
  const looked = handle(handle(venter, { type: 'manuell', begrunnelse: 'Bekreftes' }), mottatt)
  const decided = handle(looked, { type: 'beslutning', beslutning: 'godkjent' })
  expect([looked, decided]).toEqual([
    { status: 'manuell', referanse: 'r', begrunnelse: 'Bekreftes' },
    { status: 'godkjent', referanse: 'r' }
  ])
  expect(handle(decided, { type: 'manuell', begrunnelse: 'Bekreftes' })).toEqual(decided)
})

test('a receipt that is late does not undo the decision', () => {
  const decided = handle(venter, { type: 'beslutning', beslutning: 'godkjent' })
  expect(handle(decided, mottatt)).toEqual({ status: 'godkjent', referanse: 'r' })
})

test('what the register refuses at its door is rejected', () => {
  const refused = handle(venter, { type: 'avvist', begrunnelse: 'Ugyldig' })
  expect(refused).toEqual({ status: 'avvist', begrunnelse: 'Ugyldig' })
})
