/** Every panel has something to show after a real run: a world, a replay, and a Prometheus that scrapes it. */
import { createLandscape } from '@budstikka/landscape'
import { connectBus, openPosition, planRun, play, startWorld, type World } from '@budstikka/cli'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasPromtool, promtool } from '../prometheus/promtool.harness.ts'
import { scrapeTargets } from '../prometheus/scrape-targets.ts'
import { hasPrometheus, startPrometheus, type TestPrometheus } from '../prometheus/start-prometheus.harness.ts'
import { dashboards } from './dashboards.ts'
import { filledIn, questions, variablesOf } from './questions.harness.ts'

const year = 2019
const seed = '1'
const scale = 2_000
const waitMs = 30_000
/** Ranges of a run of seconds. */
const values = { aar: String(year), __rate_interval: '1m' }

describe.skipIf(!hasPrometheus)('after a run', () => {
  let world: World
  let prometheus: TestPrometheus
  let counted = 0

  beforeAll(async () => {
    const stopping = new AbortController()
    const host = {
      env: process.env,
      execPath: process.execPath,
      pid: process.pid,
      stderr: process.stderr,
      signal: stopping.signal
    }
    world = await startWorld({ host, year, seed, profile: 'bulk', isWatched: true, tell: () => undefined })
    const targets = scrapeTargets((service) => new URL(world.services[service] ?? '').host)
    prometheus = await startPrometheus({ targets })
    // Rates need a number from before the run.
    await vi.waitFor(async () => expect(await prometheus.query('budstikka_sendings_total')).toHaveLength(1), waitMs)
    await using bus = await connectBus(host, [world.natsUrl])
    const report = await play({
      host,
      bus,
      landscape: createLandscape({ year, seed }),
      plan: planRun({ year, scale, only: ['care-messages'] }),
      seed,
      speed: 'max',
      position: openPosition(world.dataDir, { year, scale, seed, profile: 'bulk' })
    })
    counted = report.books.sent
    await vi.waitFor(
      async () => expect((await prometheus.query('budstikka_sendings_total'))[0]?.value).toBe(counted),
      waitMs
    )
  }, 180_000)
  afterAll(async () => {
    await prometheus[Symbol.asyncDispose]()
    await world[Symbol.asyncDispose]()
  })

  test('Prometheus has what the books have', async () => {
    const value = async (expr: string) => (await prometheus.query(expr))[0]?.value
    expect(counted).toBeGreaterThan(1_000)
    expect(await value('sum(budstikka_meldinger_total)')).toBe(counted)
    expect(await value('sum(budstikka_counted_sendings{system="care-messages"})')).toBe(counted)
    expect(await value('sum(budstikka_place_meldinger_total)')).toBe(counted)
    expect(await value('sum(budstikka_flow_meldinger_total)')).toBe(counted)
    expect(await value('sum(budstikka_replay_scale_ratio)')).toBe(scale)
  })

  test.each(questions)('$name has data', async ({ expr }) => {
    expect(await prometheus.query(filledIn(expr, values))).not.toEqual([])
  })

  test.each(dashboards.flatMap(variablesOf))('the variable $name has values', async ({ metric, label }) => {
    expect(await prometheus.labelValues(metric, label)).not.toEqual([])
  })

  test.skipIf(!hasPromtool).each(scrapeTargets().map(({ labels }) => labels.service))(
    'the metrics of %s are as Prometheus wants them',
    async (service) => {
      const text = await (await fetch(`${world.services[service]}/metrics`)).text()
      expect(promtool(['check', 'metrics'], text)).toEqual({ code: 0, text: '' })
    }
  )
})
