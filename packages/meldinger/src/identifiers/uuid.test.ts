/** Ids that follow from their cause. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivedUuid, isUuid } from './uuid.ts'

const timeMs = Date.UTC(2026, 0, 2)

test('a UUID is known in letters of either case', () => {
  expect([randomUUID(), randomUUID().toUpperCase()].map(isUuid)).toEqual([true, true])
})

test('a UUID with more, less or other letters is none', () => {
  const uuid = randomUUID()
  const wrong = [
    '',
    `{${uuid}}`,
    uuid.slice(1),
    `${uuid}0`,
    uuid.replaceAll('-', ''),
    `${uuid}\n`,
    uuid.replace(/./, 'g')
  ]
  expect(wrong.map(isUuid)).toEqual(wrong.map(() => false))
})

test('the same cause at the same time gives the same id', () => {
  expect(derivedUuid(timeMs, 'apprec', '1')).toBe(derivedUuid(timeMs, 'apprec', '1'))
})

test('an id of today is an id of today after every upgrade', () => {
  expect(derivedUuid(timeMs, 'apprec', '1')).toMatchInlineSnapshot(`"019b7c01-0400-89e2-81e7-b7591e19fa31"`)
})

test('every derived id is a UUID of version 8', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.string()), (time, cause) => {
      const id = derivedUuid(time, ...cause)
      expect(isUuid(id)).toBe(true)
      expect(id).toMatch(/^.{14}8.{4}[89ab]/)
    })
  )
})

test('ids rise with time', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 1000 }), fc.string(), (time, later, cause) => {
      expect(derivedUuid(time, cause) < derivedUuid(time + later, cause)).toBe(true)
    })
  )
})

test('causes that read alike when joined give different ids', () => {
  const ids = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['1:a'], ['a']]
  expect(new Set(ids.map((cause) => derivedUuid(timeMs, ...cause))).size).toBe(ids.length)
})

test('a time that 48 bits cannot hold is a fault in the code', () => {
  for (const time of [-1, 0.5, 2 ** 48, Number.NaN]) expect(() => derivedUuid(time, 'x')).toThrow('48 bits')
})
