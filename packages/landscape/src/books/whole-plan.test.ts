/** The whole year beside what was sent of it: the total is the published one, and what nobody sends is not hidden. */
import { expect, test } from 'vitest'
import { replayedSystems } from '../journeys/solve.ts'
import { scaledPlan, splitPlanFor } from '../plan.ts'
import type { PlannedRow } from './make-report.ts'
import { plannedRows } from './planned-rows.ts'
import { printBooks } from './print-books.ts'
import type { ReportRow } from './report.ts'
import { wholePlan } from './whole-plan.ts'

const planOf = (year: number, scale: number) => scaledPlan(year, { systems: replayedSystems(year), scale })
const sentAll = ({ covers: _covers, ...row }: PlannedRow): ReportRow => ({ ...row, counted: row.planned, equal: true })
const wholeOf = (year: number, scale: number) => {
  const plan = planOf(year, scale)
  return wholePlan(plan, plannedRows(plan).map(sentAll)) ?? expect.fail('a whole plan')
}

test.each([
  [2019, 211_500_000, 211_450_000, 211_550_000],
  [2021, 284_000_000, 283_500_000, 284_500_000]
])('the total of %i at 1 : 1000 is the published one', (year, value, low, high) => {
  const { total } = wholeOf(year, 1_000)
  expect([total.published, total.equal, Math.abs(total.planned * 1_000 - value) <= 10_000]).toEqual([
    { value, low, high },
    true,
    true
  ])
})

test('every part of the total is sent, the formats that nobody can identify too', () => {
  const plan = planOf(2021, 1_000)
  expect(
    splitPlanFor(2021).filter((row) => row.inMedicalTotal && !plan.rows.some(({ type }) => type === row.type))
  ).toEqual([])
  const old = plan.rows.find(({ system }) => system === 'old-formats') ?? expect.fail('old formats')
  expect([old.status, old.planned]).toEqual(['A', 2_685])
  const short = plannedRows(plan).map((row) => {
    const sent = sentAll(row)
    return row.type === old.type ? { ...sent, counted: sent.counted - 1 } : sent
  })
  expect(wholePlan(plan, short)?.total).toMatchObject({ equal: false })
})

test('what nobody sends is no medical message, unknown where the plan has no figure', () => {
  const { unsent } = wholeOf(2021, 1_000)
  expect(unsent.map(({ status, type, planned }) => [status, type, planned])).toEqual([
    ['U', 'electronic applications', null],
    ['U', 'answered calls', null]
  ])
})

test('a melding less than planned is not the total', () => {
  const plan = planOf(2021, 1_000)
  const [first, ...rest] = plannedRows(plan).map(sentAll)
  const short = first ? [{ ...first, counted: first.counted - 1 }, ...rest] : []
  expect(wholePlan(plan, short)?.total.equal).toBe(false)
})

test('a part of the plan, or a month of it, has no total', () => {
  const part = scaledPlan(2021, { systems: ['care-messages'], scale: 1_000 })
  const month = scaledPlan(2021, { systems: replayedSystems(2021), scale: 1_000, month: 3 })
  expect([wholePlan(part, []), wholePlan(month, [])]).toEqual([undefined, undefined])
})

test('the vaccination of 2021 is twelve times that of 2020, answers 1.8 times, and no other published type grows as they do', () => {
  const times = (system: string) => {
    const of = (year: number) =>
      planOf(year, 1)
        .rows.filter((row) => row.system === system)
        .reduce((sum, row) => sum + (row.count ?? 0), 0)
    return of(2021) / of(2020)
  }
  expect(times('vaccination')).toBeCloseTo(12.6, 1)
  expect(times('lab-reports')).toBeCloseTo(1.8, 1)
  for (const system of ['care-messages', 'e-prescription', 'referral', 'frikort'])
    expect(times(system)).toBeLessThan(1.4)
})

test('the books print the total, and what nobody sends', () => {
  const plan = planOf(2021, 1_000)
  const rows = plannedRows(plan).map(sentAll)
  const sent = rows.reduce((sum, row) => sum + row.counted, 0)
  const lines: string[] = []
  printBooks(
    {
      year: 2021,
      scale: 1_000,
      seed: 1,
      rows,
      books: { sent, delivered: sent, rejected: 0, dead: 0, inFlight: 0, lost: 0, duplicated: 0 },
      receipts: { ok: sent, rejected: 0, missing: 0 },
      rate: { meldingerPerSecond: 1, seconds: 1, bytes: 1 },
      hash: 'ab12',
      ...wholePlan(plan, rows)
    },
    (line) => lines.push(line)
  )
  expect(lines.find((line) => line.startsWith('Totalt'))).toMatch(
    /^Totalt i planen 28\d \d{3} = sendt 28\d \d{3}, publisert 284 000 000 \(283 500 000–284 500 000\): ja$/
  )
  expect(lines).toContain('U   answered calls                                          ukjent')
  expect(lines.at(-1)).toBe('Alle rader er like planen og det publiserte.')
})
