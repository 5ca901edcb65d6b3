/** The plan divides, rounds per row, and says how far the rounding went. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planFor, scaledPlan } from './plan.ts'

const care = ['care-messages']

test('2019 has 5 017 000 care messages, all published', () => {
  const plan = scaledPlan(2019, { scale: 1, systems: care })
  expect(plan.planned).toBe(5_017_000)
  expect(plan.rows.map((row) => [row.status, row.isWithinPublished])).toEqual(Array(4).fill(['P', true]))
})

test.each([2018, 2019, 2020, 2021])('the parts of %i add up to its total', (year) => {
  const rows = planFor(year)
  const parts = rows.filter((row) => row.inMedicalTotal).reduce((sum, row) => sum + (row.count ?? 0), 0)
  expect(parts).toBe(rows.find((row) => row.type === 'TOTAL')?.count)
})

test('every planned row that was published lies in its interval', () => {
  for (const year of [2018, 2019, 2020, 2021, 2022, 2023])
    for (const { count, published } of planFor(year)) {
      if (published === undefined) continue
      expect(count).toBeGreaterThanOrEqual(published.low)
      expect(count).toBeLessThanOrEqual(published.high)
    }
})

test('rounding moves the sum by half a scale for each row at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (scale) => {
      const plan = scaledPlan(2019, { scale, systems: care })
      expect(plan.planned).toBe(plan.rows.reduce((sum, row) => sum + row.planned, 0))
      expect(Math.abs(plan.roundingError)).toBeLessThanOrEqual((plan.rows.length * scale) / 2)
    }),
    { numRuns: 30 }
  )
})

test('a scale so coarse that a row leaves its published interval is told', () => {
  const plan = scaledPlan(2019, { scale: 7777, systems: care })
  expect(plan.rows.at(-1)?.planned).toBe(83)
  expect(plan.rows.at(-1)?.isWithinPublished).toBe(false)
})

test('the months of a year add up to it but for rounding', () => {
  const months = Array.from(
    { length: 12 },
    (_, i) => scaledPlan(2019, { scale: 1, month: i + 1, systems: care }).planned
  )
  expect(Math.abs(months.reduce((one, other) => one + other) - 5_017_000)).toBeLessThanOrEqual(24)
})

test('a month is not held against what was published for the year', () => {
  const plan = scaledPlan(2019, { scale: 1, month: 3, systems: care })
  expect(plan.rows.map((row) => row.isWithinPublished)).toEqual(Array(4).fill(undefined))
})

test('a system that the year does not have is refused', () => {
  expect(() => scaledPlan(2023, { scale: 1, systems: care })).toThrow('expected the plan of 2023 to have care-messages')
})

test('a scale below 1 is refused', () => {
  expect(() => scaledPlan(2019, { scale: 0, systems: care })).toThrow('expected a scale of 1 or more, got 0')
})
