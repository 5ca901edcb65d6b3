/** Which journeys are taken: what they send is the plan, whatever part of it is asked for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plannedRows } from '../books/planned-rows.ts'
import { replayedYears, scaledPlan } from '../plan.ts'
import { sendingsOf } from './journey.ts'
import { portions } from './mix.ts'
import { replayedSystems, takeJourneys } from './solve.ts'

const years = replayedYears

test('the sendings of what is taken are the plan of every row, for any systems, year and scale', () => {
  const asked = fc.constantFrom(...years).chain((year) =>
    fc.record({
      year: fc.constant(year),
      systems: fc.subarray([...replayedSystems(year)], { minLength: 1 }),
      scale: fc.integer({ min: 1, max: 5_000_000 })
    })
  )
  fc.assert(
    fc.property(asked, ({ year, systems, scale }) => {
      const plan = scaledPlan(year, { systems, scale })
      const rows = plannedRows(plan)
      const sent = new Map(rows.map(({ type }) => [type, 0]))
      for (const { script, count } of takeJourneys(plan))
        for (const [{ type }, each] of sendingsOf(script, rows) ?? [])
          sent.set(type, (sent.get(type) ?? 0) + count * each)
      expect([...sent]).toEqual(rows.map(({ type, planned }) => [type, planned]))
    }),
    { numRuns: 100 }
  )
})

test.each(years)('every journey belongs to rows of the whole plan of %i', (year) => {
  const rows = plannedRows(scaledPlan(year, { systems: replayedSystems(year), scale: 1 }))
  expect(portions.filter(({ script }) => sendingsOf(script, rows) === undefined)).toEqual([])
})

test('a row that nobody can fill is refused', () => {
  const plan = scaledPlan(2019, { systems: ['guidance-phone'], scale: 1_000 })
  expect(() => takeJourneys(plan)).toThrow("expected somebody who sends 'answered calls', nobody does")
})

test('a year that has no medical messages has nothing to replay', () => {
  expect(replayedSystems(2023)).toEqual([])
})
