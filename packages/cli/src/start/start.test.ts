/** The parts of a start: its scale, its place on disk, its speed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testHost } from '../host.examples.ts'
import { planRun, unequalRows } from './plan-run.ts'
import { openPosition, type Run } from './position.ts'
import { rateOver } from './progress.ts'
import { tellTooCoarse } from './tell-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run: Run = { year: 2019, scale: 50, seed: '1', profile: 'bulk' }

test.each([2018, 2019, 2020, 2021])('the scale that is chosen for %i keeps every row as published', (year) => {
  expect(unequalRows(planRun({ year }), {})).toEqual([])
})

test('a month is replayed in a finer scale than its year', () => {
  expect(planRun({ year: 2019, month: 1 }).scale).toBeLessThan(planRun({ year: 2019 }).scale)
})

test('a scale that is too coarse is found out', () => {
  expect(unequalRows(planRun({ year: 2019, scale: 20_000 }), {}).length).toBeGreaterThan(0)
})

test('a scale that is too coarse is played, and the user is told which row will not be equal', () => {
  const { host, told } = testHost()
  tellTooCoarse(host, planRun({ year: 2019, scale: 2_000, only: ['care-messages'] }), { only: ['care-messages'] })
  expect(told()).toMatch(/^budstikka: in scale 2000 'care municipality-to-hf' .* NEI; it is played all the same\..*\n$/)
})

test('a run is of the whole plan that can be replayed, or of the systems that are asked for', () => {
  const types = (only?: readonly string[]) =>
    planRun({ year: 2019, ...(only && { only }) }).rows.map(({ type }) => type)
  expect(types(['dialogue'])).toEqual(['dialogue outside care'])
  expect(types()).toEqual(expect.arrayContaining(['care hf-to-municipality', 'dialogue outside care']))
})

test('a system that nobody can replay is refused', () => {
  expect(() => planRun({ year: 2019, only: ['helsenorge'] })).toThrow(
    /expected --only of .*care-messages.*got 'helsenorge'/
  )
})

test('a folder remembers how far its run has come', () => {
  const dir = join(folder, 'kept')
  void openPosition(dir, run).save(17, 4.5)
  expect(openPosition(dir, run)).toMatchObject({ done: 17, seconds: 4.5 })
})

test('a folder that holds another run is refused', () => {
  const dir = join(folder, 'other')
  void openPosition(dir, run).save(17, 4.5)
  expect(() => openPosition(dir, { ...run, month: 2 })).toThrow(/holds the run 2019, scale 50.*asked for was 2019-02/)
})

test('the rate is that of the last seconds', () => {
  const rate = rateOver(1_000)
  expect([rate(0, 0), rate(100, 500), rate(200, 1_000), rate(200, 2_500)]).toEqual([0, 200, 200, 0])
})
