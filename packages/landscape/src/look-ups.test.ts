/** Look-ups in kjernejournal: as many as were published, by the right ones, at the right times. */
import { expect, test } from 'vitest'
import { lookUpReport } from './books/look-up-rows.ts'
import { createLandscape } from './landscape.ts'
import { citizensIn, lookUpPlan, lookUps, partsOf } from './look-ups.ts'

const landscape = createLandscape({ year: 2019, seed: '1', size: { municipalities: 5 } })
const plan = lookUpPlan({ year: 2019, scale: 1_000 })
const all = [...lookUps({ landscape, plan, seed: '1' })]

/** What kjernejournal would count of them. */
function countedOf(told: typeof all): Record<string, number> {
  const tall: Record<string, number> = {}
  const add = (what: string) => (tall[what] = (tall[what] ?? 0) + 1)
  for (const { from } of told) add(`helsepersonell.${landscape.party(from)?.organisation.businessType}`)
  for (let person = 0; person < citizensIn(plan); person++)
    for (const what of ['innbygger', ...partsOf(person).map((del) => `innbygger.${del}`)]) add(what)
  return tall
}

test.each([
  [2019, 1_043, 2_451],
  [2021, 1_981, 3_850]
])('%i has %i look-ups by personnel and %i persons, in thousands', (year, personnel, citizens) => {
  const { rows } = lookUpPlan({ year, scale: 1_000 })
  const planned = (type: string) => rows.find((row) => row.type === type)?.planned
  expect([planned('look-ups by health personnel'), planned('persons who have looked')]).toEqual([personnel, citizens])
})

test('what is told is what was planned and published, row by row', () => {
  const report = lookUpReport(plan.rows, countedOf(all), 1_000)
  expect(report.filter(({ equal }) => !equal)).toEqual([])
  expect(report.map(({ type }) => type)).toContain('of them at besok')
})

test('planted: a look-up that was not counted is found', () => {
  expect(lookUpReport(plan.rows, countedOf(all.slice(1)), 1_000)[0]).toMatchObject({ equal: false })
})

test('evenings and week-ends are the busiest', () => {
  const times = all.map(({ at }) => new Date(at + 3_600_000))
  const perDay = (days: readonly number[]) => times.filter((at) => days.includes(at.getUTCDay())).length / days.length
  expect(perDay([0, 6])).toBeGreaterThan(1.3 * perDay([1, 2, 3, 4, 5]))
  const evening = times.filter((at) => at.getUTCHours() >= 16 && at.getUTCHours() < 23).length
  expect(evening / times.length).toBeGreaterThan(0.4)
})

test('the same plan and seed give the same look-ups', () => {
  expect([...lookUps({ landscape, plan, seed: '1' })]).toEqual(all)
})
