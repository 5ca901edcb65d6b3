/** The invented FEST. */
import { expect, test } from 'vitest'
import { expiryOf, fest } from './fest.ts'

test('every medicine has a number of its own and an ATC code by its form', () => {
  expect(new Set(fest().map(({ varenr }) => varenr)).size).toBe(fest().length)
  expect(fest().filter(({ atc }) => !/^[A-Z]\d\d[A-Z]{2}\d\d$/.test(atc.code))).toEqual([])
})

test('a prescription is valid for a year, contraceptives for three, antibiotics for ten days', () => {
  const varighetOf = (atc: string) =>
    fest().find((one) => one.atc.code.startsWith(atc))?.varighet ?? { years: 0, days: 0 }
  expect(['C10', 'G03A', 'J01'].map((atc) => expiryOf('2019-12-02', varighetOf(atc)))).toEqual([
    '2020-12-02',
    '2022-12-02',
    '2019-12-12'
  ])
})

test('antibiotics for ten days are on no blue prescription', () => {
  expect(fest().filter(({ varighet, refusjon }) => varighet.days === 10 && refusjon !== undefined)).toEqual([])
})
