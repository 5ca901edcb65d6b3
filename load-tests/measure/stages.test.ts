/** When a melding is due in a replay that is paced in stages. */
import { expect, test } from 'vitest'
import { dueSeconds, meldingerIn } from './stages.ts'

const stages = [
  { perSecond: 100, seconds: 10 },
  { perSecond: 1_000, seconds: 2 }
]

test('the stages hold as many meldinger as their rates and times make', () => {
  expect(meldingerIn(stages)).toBe(3_000)
})

test('within a stage meldinger are due at its rate, after all of the stages before', () => {
  expect([0, 500, 1_000, 2_000, 3_000].map((meldinger) => dueSeconds(stages, meldinger))).toEqual([0, 5, 10, 11, 12])
})

test('what is left after the last stage is due at its end', () => {
  expect(dueSeconds(stages, 9_000)).toBe(12)
})
