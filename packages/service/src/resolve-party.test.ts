/** To whom a melding goes when a service has closed or moved. */
import { Party } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { createRegister } from './register-index.ts'
import { resolveParty } from './resolve-party.ts'

function party(herId: string, change: { active?: boolean; movedTo?: string; tjeneste?: string } = {}): Party {
  return Party.parse({
    herId,
    name: `Part ${herId}`,
    tjeneste: '8663-KP02',
    organisation: { herId: '9', name: 'Kommune', organisationNumber: '999999999', businessType: '102' },
    municipality: '0301',
    active: true,
    ...change
  })
}

test('an open party is sent to as it is', () => {
  expect(resolveParty(createRegister([party('1')]), '1')).toEqual({ type: 'open', party: party('1'), isMoved: false })
})

test('a moved party is followed to where it is', () => {
  const register = createRegister([
    party('1', { active: false, movedTo: '2' }),
    party('2', { movedTo: '3' }),
    party('3')
  ])
  expect(resolveParty(register, '1')).toEqual({ type: 'open', party: party('3'), isMoved: true })
})

test('a closed party is not sent to', () => {
  expect(resolveParty(createRegister([party('1', { active: false })]), '1').type).toBe('closed')
})

test('a party that nobody knows is named', () => {
  expect(resolveParty(createRegister([party('1', { movedTo: '8' })]), '1')).toEqual({ type: 'unknown', herId: '8' })
})

test('parties that moved to each other are lost', () => {
  const register = createRegister([party('1', { movedTo: '2' }), party('2', { movedTo: '1' })])
  expect(resolveParty(register, '1')).toEqual({ type: 'lost', herId: '1' })
})

test('a tjeneste is found in its municipality, in order, and closed parties are not', () => {
  const kept = [party('12'), party('3')]
  const register = createRegister([...kept, party('4', { active: false }), party('5', { tjeneste: '8663-KA02' })])
  expect(register.find('8663-KP02', '0301').map(({ herId }) => herId)).toEqual(['3', '12'])
  expect(register.find('8663-KP02', '1103')).toEqual([])
})

test('a change is found at the next question', () => {
  const register = createRegister([party('3')])
  expect(register.find('8663-KP02')).toHaveLength(1)
  register.put(party('3', { active: false }))
  expect(register.find('8663-KP02')).toEqual([])
})
