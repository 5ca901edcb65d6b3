/** The look-ups of a published year, asked of the real service: it counts what was planned. */
import { aktiviteter, createLandscape, helsenorgePlan, lookUpPlan, lookUpReport, lookUps } from '@budstikka/landscape'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKjernejournal, parties } from './start.harness.ts'

const stopping = new AbortController()
let kj: Awaited<ReturnType<typeof openKjernejournal>>
beforeAll(async () => void (kj = await openKjernejournal(stopping.signal)))
afterAll(() => stopping.abort())

test('the look-ups of 2019 at 1 : 1000 are counted as planned and published, row by row', async () => {
  const landscape = createLandscape({ year: 2019, seed: '1', size: { municipalities: 3 } })
  const plan = lookUpPlan({ year: 2019, scale: 1_000 })
  const asked = Array.from(lookUps({ landscape, plan, seed: '1' }), ({ number: _number, from, ...question }) =>
    kj.ask('journal', from, question)
  )
  const visits = helsenorgePlan({ year: 2019, scale: 1_000 })
  for (const { at, besokende, deler } of aktiviteter({ landscape, plan: visits, lookUps: plan, seed: '1' })) {
    if (deler === undefined) continue
    const own = { innlogget: besokende, gjelder: besokende }
    asked.push(kj.ask('innbygger', parties.helsenorge.herId, { at, ...own, deler }))
  }
  const answers = await Promise.all(asked)
  const report = lookUpReport(plan.rows, await kj.tall(), 1_000)
  expect(report.filter(({ equal }) => !equal)).toEqual([])
  // Nobody was refused: those without an answer have a D-number, and so no kjernejournal.
  expect(answers.filter(({ status }) => status !== undefined && status !== 404)).toEqual([])
})
