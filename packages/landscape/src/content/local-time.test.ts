/** Norwegian clock time in meldinger. */
import { expect, test } from 'vitest'
import { dateOf, dateTimeOf } from './local-time.ts'

test.each([
  ['winter', '2021-01-15T11:00:00Z', '2021-01-15T12:00:00+01:00'],
  ['summer', '2021-07-15T10:00:00Z', '2021-07-15T12:00:00+02:00'],
  ['the last hour before summer time', '2021-03-28T00:59:59Z', '2021-03-28T01:59:59+01:00'],
  ['the first hour of summer time', '2021-03-28T01:00:00Z', '2021-03-28T03:00:00+02:00'],
  ['the last hour of summer time', '2021-10-31T00:59:59Z', '2021-10-31T02:59:59+02:00'],
  ['the same hour once more', '2021-10-31T01:00:00Z', '2021-10-31T02:00:00+01:00']
])('%s', (_when, utc, local) => {
  expect(dateTimeOf(Date.parse(utc))).toBe(local)
})

test('late in the evening in London it is already tomorrow in Norway', () => {
  expect(dateOf(Date.parse('2021-07-01T22:30:00Z'))).toBe('2021-07-02')
})
