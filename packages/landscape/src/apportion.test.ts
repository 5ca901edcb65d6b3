/** Nothing is lost or won when a whole number is divided. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apportion } from './apportion.ts'

const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 50 })

test('the parts add up to the whole', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), weights, (total, by) => {
      expect(apportion(total, by).reduce((one, other) => one + other)).toBe(total)
    })
  )
})

test('no part is a unit or more from its exact share', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), weights, (total, by) => {
      const sum = by.reduce((one, other) => one + other)
      apportion(total, by).forEach((part, i) => expect(Math.abs(part - (total * (by[i] ?? 0)) / sum)).toBeLessThan(1))
    })
  )
})

test('each has at least the least', () => {
  expect(apportion(10, [1000, 1, 1], 1)).toEqual([8, 1, 1])
})
