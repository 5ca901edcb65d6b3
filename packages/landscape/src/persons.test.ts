/** A person follows from the number alone, is served where they live, and is always synthetic. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { createLandscape } from './landscape.ts'
import { createRng } from './random.ts'

const norway = createLandscape({ year: 2019, seed: 'n' })
const rng = createRng('persons')
const people = Array.from({ length: 5000 }, () => norway.randomPerson(rng))

test('the number alone tells who a person is', () => {
  for (const person of people) expect(norway.person(person.id)).toEqual(person)
})

test('a person is the same in a landscape made again, and another under another seed', () => {
  const [someone] = people
  if (someone === undefined) throw new Error('expected people')
  expect(createLandscape({ year: 2019, seed: 'n' }).person(someone.id)).toEqual(someone)
  expect(createLandscape({ year: 2019, seed: 'm' }).person(someone.id)).not.toEqual(someone)
})

test('every number is synthetic, and about one in a hundred is a D-nummer', () => {
  const kinds = Map.groupBy(people, ({ id }) => JSON.stringify(identifyPersonNumber(id)))
  expect([...kinds.keys()].toSorted()).toEqual([
    '{"kind":"DNR","isSynthetic":true}',
    '{"kind":"FNR","isSynthetic":true}'
  ])
  expect(kinds.get('{"kind":"DNR","isSynthetic":true}')?.length).toBeLessThan(150)
})

test('a number that is not synthetic is refused without being repeated', () => {
  const synthetic = people.find(({ id }) => id < '4')?.id ?? ''
  // The same day in an ordinary month, with any control digits that hold.
  const stem =
    synthetic.slice(0, 2) + String(Number(synthetic.slice(2, 4)) - 80).padStart(2, '0') + synthetic.slice(4, 9)
  const ordinary = Array.from({ length: 100 }, (_, control) => stem + String(control).padStart(2, '0')).find(
    (id) => identifyPersonNumber(id) !== undefined
  )
  expect(() => norway.person(ordinary ?? '')).toThrow(/^expected a synthetic person number .*, got a FNR that is not$/)
})

test('a number with wrong digits is refused', () => {
  expect(() => norway.person('123')).toThrow('expected a person number with right digits')
})

test('a person’s hospital is that of the municipality, and the GP too but for a few', () => {
  let elsewhere = 0
  for (const person of people) {
    const place = norway.placeOf(person.municipality)
    expect(person.hospitalTrust).toBe(place.trust.herId)
    if (!place.fastleger.includes(person.fastlege)) elsewhere++
  }
  expect(elsewhere / people.length).toBeGreaterThan(0.015)
  expect(elsewhere / people.length).toBeLessThan(0.045)
})

test('people live where people live', () => {
  const inOslo = people.filter((person) => person.municipality === '0301').length / people.length
  const oslo = norway.municipalities.find(({ number }) => number === '0301')?.weight ?? 0
  const all = norway.municipalities.reduce((sum, { weight }) => sum + weight, 0)
  expect(Math.abs(inOslo - oslo / all)).toBeLessThan(0.02)
})
