/** Which changes of a party are made, and what is said of them. */
import { HerId, Party } from '@budstikka/meldinger'
import { createRegister, save, say } from '@budstikka/service'
import { expect, test } from 'vitest'
import { handle } from './handle.ts'

const organisation = { herId: '9', name: 'Bø kommune', organisationNumber: '300000010', businessType: '102' }
const open = Party.parse({
  herId: '1',
  name: 'Sykepleietjeneste, Bø',
  tjeneste: '8663-KP02',
  organisation,
  municipality: '4021',
  active: true
})
const other = Party.parse({ ...open, herId: '2' })
const state = { register: createRegister([open, other]), sequence: 6 }
const one = HerId.parse('1')

test('a closed service is saved as closed and said to be, with the next number', () => {
  const party = { ...open, active: false }
  const endring = { sequence: 7, herId: one, type: 'updated', changed: ['active'], party }
  expect(handle(state, one, { active: false })).toEqual([save(party), say('part-endret', '1', endring)])
})

test('a service that moves names where it went', () => {
  expect(handle(state, one, { movedTo: other.herId })).toContainEqual(save({ ...open, movedTo: other.herId }))
})

test('a move that is taken back leaves no trace of it', () => {
  const moved = { register: createRegister([{ ...open, movedTo: other.herId }, other]), sequence: 7 }
  expect(handle(moved, one, { movedTo: null })).toContainEqual(save(open))
})

test('the same change once more changes nothing and says nothing', () => {
  expect(handle(state, one, { name: open.name, active: true })).toEqual([])
})

test('a new party is registered as open', () => {
  const { herId: _herId, active: _active, ...rest } = open
  const effects = handle(state, HerId.parse('3'), rest)
  expect(effects).toContainEqual(save({ ...open, herId: '3' }))
  expect(effects).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ type: 'created' }) }))
})

test('a new party must be whole', () => {
  expect(handle(state, HerId.parse('3'), { name: 'Halv' })).toMatchObject({
    status: 400,
    detail: expect.stringMatching(/tjeneste/)
  })
})

test('nobody moves to themselves, nor to somebody who is not there', () => {
  expect(handle(state, one, { movedTo: one })).toMatchObject({ status: 400 })
  expect(handle(state, one, { movedTo: HerId.parse('77') })).toMatchObject({ status: 400 })
})

test('an organisation is no communication party', () => {
  const { herId: _herId, ...rest } = open
  expect(handle(state, HerId.parse('9'), rest)).toMatchObject({ status: 400, detail: expect.stringMatching(/AD2.1/) })
})
