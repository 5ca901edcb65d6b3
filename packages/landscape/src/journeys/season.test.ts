/** The wave of 2021: vaccinations follow their season, and nothing else does. */
import { expect, test } from 'vitest'
import { hendelser } from '../hendelser.ts'
import { createLandscape } from '../landscape.ts'
import { scaledPlan } from '../plan.ts'
import { offsetAt } from '../time/norwegian-time.ts'

/** Per cent of a year's happenings in each month, January first. */
function monthsOf(year: number, system: string): readonly number[] {
  const landscape = createLandscape({ year, seed: 's', size: { municipalities: 5 } })
  const plan = scaledPlan(year, { systems: [system], scale: 10_000 })
  const all = [...hendelser({ landscape, plan, seed: 's' })].flat()
  const months = Array.from({ length: 12 }, () => 0)
  for (const { at } of all) {
    const month = new Date(at + offsetAt(at)).getUTCMonth()
    months[month] = (months[month] ?? 0) + 100 / all.length
  }
  return months
}

test('vaccinations of 2021 rise to August and fall', () => {
  const wave = monthsOf(2021, 'vaccination')
  const planned = [1, 2.5, 4, 6, 10, 16, 10, 19.5, 13, 4, 5, 9]
  expect(wave.map((percent, month) => Math.abs(percent - (planned[month] ?? 0)) < 1)).toEqual(Array(12).fill(true))
})

test('a month of the wave is planned as its part of the year', () => {
  const of = (month: number) => scaledPlan(2021, { systems: ['vaccination'], scale: 1_000, month }).planned
  expect([of(1), of(8)]).toEqual([632, 12_304])
})

test.each([
  [2021, 'referral'],
  [2019, 'vaccination']
])('in %i the %s has no season', (year, system) => {
  const months = monthsOf(year, system)
  expect(Math.max(...months)).toBeLessThan(14)
  expect(Math.min(...months)).toBeGreaterThan(4)
})
