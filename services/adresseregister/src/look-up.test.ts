/** Who is found in the register, and by what. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { HerId, Party } from '@budstikka/meldinger'
import { createRegister } from '@budstikka/service'
import { expect, test } from 'vitest'
import { FastlegeQuestion, findFastlege, lookUp, PartyQuery, search } from './look-up.ts'

const organisation = { herId: '90', name: 'Bø kommune', organisationNumber: '300000010', businessType: '102' }
const party = (herId: string, change: object = {}) =>
  Party.parse({
    herId,
    name: `Sykepleietjeneste ${herId}`,
    tjeneste: '8663-KP02',
    organisation,
    municipality: '4021',
    active: true,
    ...change
  })
const register = createRegister([
  party('11'),
  party('2', { name: 'Legevakt ÅS', tjeneste: '8663-KA02' }),
  party('3', { municipality: '0301', organisation: { ...organisation, organisationNumber: '300000029' } })
])
const found = (query: object) => search(register.all(), PartyQuery.parse(query)).parter.map(({ herId }) => herId)

test('a name is found by a part of it, in any case, with Norwegian letters', () => {
  expect(found({ navn: 'vakt ås' })).toEqual(['2'])
})

test('a name of the organisation finds its services', () => {
  expect(found({ navn: 'BØ KOMM' })).toEqual(['2', '3', '11'])
})

test('an organisation is found by its HER-id and by its number, as the services that it has', () => {
  expect([found({ virksomhet: '90' }), found({ orgnr: '300000029' }), found({ virksomhet: '2' })]).toEqual([
    ['2', '3', '11'],
    ['3'],
    []
  ])
})

test('everything that is asked for must hold', () => {
  expect(found({ kommune: '4021', tjeneste: '8663-KP02' })).toEqual(['11'])
  expect(found({ orgnr: '300000029', kommune: '4021' })).toEqual([])
})

test('pages follow each other until all are seen', () => {
  const first = search(register.all(), PartyQuery.parse({ limit: '2' }))
  const second = search(register.all(), PartyQuery.parse({ limit: '2', after: first.next }))
  expect([first.next, second.parter.map(({ herId }) => herId), second.next]).toEqual(['3', ['11'], undefined])
})

test('a HER-id that nobody has is not found', () => {
  expect(lookUp(register, '404')).toMatchObject({ status: 404 })
})

test('a person is led to their GP, and to where the GP has moved', () => {
  const landscape = createLandscape({ year: 2023, seed: 'fastlege', size: { municipalities: 1 } })
  const { id, fastlege } = landscape.randomPerson(createRng('fastlege', 'person'))
  const gp = register.party('2')
  const moved = createRegister([{ ...party(fastlege), movedTo: HerId.parse('2') }, ...(gp ? [gp] : [])])
  expect(findFastlege(moved, (asked) => landscape.person(asked).fastlege, id)).toEqual(gp)
})

test('a GP who has closed is not written to', () => {
  const closed = createRegister([party('5', { active: false })])
  expect(findFastlege(closed, () => HerId.parse('5'), '')).toMatchObject({ status: 404 })
})

test('a number that could be a real person is refused, and not repeated', () => {
  const read = FastlegeQuestion.safeParse({ fodselsnummer: '1'.repeat(11) })
  expect(read.error?.message).toMatch(/month \+ 80/)
  expect(read.error?.message).not.toMatch(/1{11}/)
})
