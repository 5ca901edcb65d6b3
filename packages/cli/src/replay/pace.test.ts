/** A replay at a multiple of real time, and at a pace of the caller's. */
import { expect, test } from 'vitest'
import { paceOf } from './pace.ts'
import { dayMs, type Step } from './steps.ts'

const klokke = (day: number): Step => ({ type: 'klokke', day, at: day * dayMs })
const never = new AbortController().signal

test('as fast as it goes, a step may hold a day and waits for nothing', async () => {
  const { spanMs, wait } = paceOf('max')
  expect([spanMs, await wait(klokke(9), never)]).toEqual([dayMs, undefined])
})

test('at a speed, a step waits for its time since the first, and holds a second of real time', async () => {
  const speed = dayMs / 40
  const { spanMs, wait } = paceOf(speed)
  const before = performance.now()
  await wait(klokke(100), never)
  await wait(klokke(102), never)
  expect(spanMs).toBe(speed * 1_000)
  expect(performance.now() - before).toBeGreaterThanOrEqual(78)
})

test('a wait ends when the replay is stopped', async () => {
  const { wait } = paceOf(1)
  await wait(klokke(1), never)
  await expect(wait(klokke(2), AbortSignal.abort())).rejects.toThrow('aborted')
})

test("a pace of the caller's is taken as it is", () => {
  const pace = paceOf('max')
  expect(paceOf(pace)).toBe(pace)
})
