/** Look-ups in base data: as many as were published, with the share of enterprises that was. */
import { expect, test } from 'vitest'
import { baseDataCount, baseDataPlan } from './base-data.ts'
import { lookUpReport } from './books/look-up-rows.ts'
import { createLandscape } from './landscape.ts'

const landscape = createLandscape({ year: 2019, seed: '1', size: { municipalities: 5 } })
const plannedAt = (scale: number) => {
  const { uses, rows } = baseDataPlan({ landscape, scale })
  const counted = Object.fromEntries(
    uses.flatMap(({ register, from, kopi, spurt }) => [
      [baseDataCount('kopi', register, from), kopi],
      [baseDataCount('spurt', register, from), spurt]
    ])
  )
  return { uses, rows, counted }
}

test('2019 has 4.4 billion look-ups, 86 % of them of enterprises', () => {
  const [organisation, , persons] = plannedAt(1).rows
  const [of, others] = [organisation?.planned ?? 0, persons?.planned ?? 0]
  expect([of + others, Math.round((100 * of) / (of + others))]).toEqual([4_400_000_000, 86])
})

test.each([1, 1_000, 2_150])(
  'at 1 : %i the callers’ look-ups add up to the rows, and those to what was published',
  (scale) => {
    const { rows, counted } = plannedAt(scale)
    expect(lookUpReport(rows, counted, scale).filter(({ equal }) => !equal)).toEqual([])
  }
)

test('planted: a caller that has not told of its copy is missed', () => {
  const { rows, counted, uses } = plannedAt(1_000)
  const [first] = uses
  delete counted[baseDataCount('kopi', first?.register ?? 'person', first?.from ?? '')]
  expect(lookUpReport(rows, counted, 1_000)[0]).toMatchObject({ equal: false })
})

test('a sampled share is asked over the exchange, and no more than a run can carry', () => {
  const asked = (scale: number) => plannedAt(scale).uses.reduce((sum, { spurt }) => sum + spurt, 0)
  expect([asked(1), asked(10_000)]).toEqual([10_000, 440])
})
