/** What a replay says of how far it has come: never backwards. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgress } from './progress.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('never shows less than it has shown, nor a rate below nothing', () => {
  const told: string[] = []
  // The rim: of a stream, the lines alone are looked at.
  const stderr = { isTTY: false, write: (text: string) => told.push(text) } as unknown as NodeJS.WriteStream
  const progress = createProgress({ stderr }, 100)
  for (const sent of [40, 30, 50]) {
    vi.advanceTimersByTime(6_000)
    progress.show({ at: Date.UTC(2021, 0, 3), sent })
  }
  expect(told.map((line) => /(\d+) of 100 meldinger, (-?\d+)/.exec(line)?.slice(1))).toEqual([
    ['40', '0'],
    ['40', '0'],
    ['50', '2']
  ])
})
