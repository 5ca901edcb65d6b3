/** The split of the rest adds up to it, and never calls itself published. */
import { expect, test } from 'vitest'
import { planFor } from './plan.ts'
import { splitRest } from './rest-of-plan.ts'

test.each([2018, 2019, 2020, 2021])('the parts of the rest of %i are assumed and add up to it', (year) => {
  const whole = planFor(year)
  const added = splitRest(whole).filter((row) => !whole.includes(row))
  const rest = whole.filter(({ system }) => system === 'other')
  expect(added.map(({ count = 0 }) => count).reduce((one, other) => one + other)).toBe(rest[0]?.count)
  expect(new Set(added.map(({ status }) => status))).toEqual(new Set(['A']))
})

test('discharge letters are 22 % of the rest of 2021', () => {
  const letters = splitRest(planFor(2021)).find(({ system }) => system === 'discharge-letters')
  expect(letters?.count).toBe(11_814_006)
})

test.each([
  [2019, 'A'],
  [2021, 'X']
])('exemption cards stand on a row of their own in %i, with status %s', (year, status) => {
  const rows = splitRest(planFor(year)).filter(({ system }) => system === 'frikort')
  expect(rows.map((row) => row.status)).toEqual([status])
})

test('a year without a rest is as the sheet has it', () => {
  expect(splitRest(planFor(2023))).toEqual(planFor(2023))
})
