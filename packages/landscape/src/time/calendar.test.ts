/** The year as offices have it: public holidays, clock changes, and how the meldinger spread over it. */
import { expect, test } from 'vitest'
import { calendar } from './calendar.ts'
import { publicHolidays } from './holidays.ts'
import { midnight, offsetAt } from './norwegian-time.ts'
import { officeTime } from './office-time.ts'

const year2019 = calendar(2019)
const sum = (hours: readonly { weight: number }[]) => hours.reduce((total, hour) => total + hour.weight, 0)
const dayOf = (month: number, day: number) => {
  const from = midnight(2019, month, day)
  return year2019.hours.filter((hour) => hour.at >= from && hour.at < from + 24 * 3_600_000)
}

test('the public holidays of 2019 are twelve', () => {
  expect(publicHolidays(2019)).toEqual([
    '2019-01-01',
    '2019-04-18',
    '2019-04-19',
    '2019-04-21',
    '2019-04-22',
    '2019-05-01',
    '2019-05-17',
    '2019-05-30',
    '2019-06-09',
    '2019-06-10',
    '2019-12-25',
    '2019-12-26'
  ])
})

test.each([
  [2018, '2018-04-01'],
  [2020, '2020-04-12'],
  [2021, '2021-04-04'],
  [2022, '2022-04-17'],
  [2023, '2023-04-09']
])('Easter Sunday of %i is %s', (year, easter) => {
  expect(publicHolidays(year)).toContain(easter)
})

test('2019 has 251 working days', () => {
  expect(year2019.hours.filter((hour) => year2019.isWorkingDay(hour.at))).toHaveLength(251 * 24)
})

test('94 % of the year falls on working days', () => {
  expect(sum(year2019.hours.filter((hour) => year2019.isWorkingDay(hour.at)))).toBeCloseTo(0.94, 9)
})

test('a Monday has 1.15 of a Tuesday', () => {
  expect(sum(dayOf(2, 4)) / sum(dayOf(2, 5))).toBeCloseTo(1.15, 9)
})

test('the busiest hour is 14 % of its day', () => {
  const tuesday = dayOf(2, 5)
  expect(Math.max(...tuesday.map((hour) => hour.weight)) / sum(tuesday)).toBeCloseTo(0.14, 9)
})

test('the shares of the months add up to the year', () => {
  const months = Array.from({ length: 12 }, (_, i) => year2019.share(i + 1))
  expect(months.reduce((one, other) => one + other)).toBeCloseTo(1, 9)
})

test('a month that the year does not have is refused', () => {
  expect(() => year2019.share(13)).toThrow('expected a month from 1 to 12, got 13')
})

test('clocks go forward on 31 March and back on 27 October 2019, at 01:00 UTC', () => {
  for (const [change, before] of [
    [Date.UTC(2019, 2, 31, 1), 1],
    [Date.UTC(2019, 9, 27, 1), 2]
  ] as const) {
    expect(offsetAt(change - 1)).toBe(before * 3_600_000)
    expect(offsetAt(change)).toBe((3 - before) * 3_600_000)
  }
})

test('a year begins at midnight by the Norwegian clock', () => {
  expect(new Date(year2019.hours[0]?.at ?? 0).toISOString()).toBe('2018-12-31T23:00:00.000Z')
})

test('office time and clock time are each other’s inverse', () => {
  const time = officeTime(year2019, 3)
  for (let wanted = 0; wanted < 1; wanted += 0.0137) expect(time.of(time.at(wanted))).toBeCloseTo(wanted, 6)
})

test('a working day of office time is one of the month’s working days', () => {
  // March 2019 had 21 working days and no holiday.
  expect(1 / officeTime(year2019, 3).workingDay).toBeGreaterThan(21)
  expect(1 / officeTime(year2019, 3).workingDay).toBeLessThan(23)
})
