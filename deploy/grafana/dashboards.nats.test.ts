/** Every panel has something to show after a real run: a world, a replay, and a Prometheus that scrapes it. */
import { rmSync } from 'node:fs'
import { connectBus, openPosition, planRun, play, startWorld, type World } from '@budstikka/cli'
import { createLandscape, type Report } from '@budstikka/landscape'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startCollector, type TestCollector } from '../otel/start-collector.harness.ts'
import { backfilled } from '../prometheus/backfill.harness.ts'
import { hasPromtool, promtool } from '../prometheus/promtool.harness.ts'
import { scrapeTargets } from '../prometheus/scrape-targets.ts'
import { hasPrometheus, startPrometheus, type TestPrometheus } from '../prometheus/start-prometheus.harness.ts'
import { aret } from './aret.ts'
import { dashboards } from './dashboards.ts'
import { filledIn, questions, variablesOf } from './questions.harness.ts'

const year = 2019
const seed = '1'
const scale = 2_000
const waitMs = 30_000
/** Ranges of a run of seconds. */
const values = { aar: String(year), __rate_interval: '1m' }

/** In the simulated year, in seconds since 1970: after its end, and an ordinary day. */
const end = Date.UTC(year + 1, 0, 2) / 1000
const wednesday = Date.UTC(year, 5, 5) / 1000

describe.skipIf(!hasPrometheus || !hasPromtool)('after a run', () => {
  const open = new AsyncDisposableStack()
  let world: World
  let prometheus: TestPrometheus
  let report: Report
  let collector: TestCollector

  beforeAll(async () => {
    const { execPath, pid, stderr } = process
    collector = open.use(await startCollector())
    const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TRACE_SAMPLE_RATIO: '0.1' }
    const host = { env, execPath, pid, stderr, signal: new AbortController().signal }
    world = open.use(await startWorld({ host, year, seed, profile: 'bulk', isWatched: true, tell: () => undefined }))
    const targets = scrapeTargets((service) => new URL(world.services[service] ?? '').host)
    prometheus = open.use(await startPrometheus({ targets }))
    // Rates need a number from before the run.
    await vi.waitFor(async () => expect(await prometheus.query('budstikka_sendings_total')).toHaveLength(1), waitMs)
    await using bus = await connectBus(host, [world.natsUrl])
    report = await play({
      host,
      bus,
      landscape: createLandscape({ year, seed }),
      plan: planRun({ year, scale, only: ['care-messages'] }),
      seed,
      speed: 'max',
      position: openPosition(world.dataDir, { year, scale, seed, profile: 'bulk' })
    })
    const { sent } = report.books
    await vi.waitFor(async () => expect(await valueOf(prometheus, 'sum(budstikka_meldinger_total)')).toBe(sent), waitMs)
  }, 180_000)
  afterAll(() => open.disposeAsync())

  test('Prometheus has what the books have', async () => {
    const { sent } = report.books
    const value = (expr: string) => valueOf(prometheus, expr)
    expect(sent).toBeGreaterThan(1_000)
    expect(await value('sum(budstikka_meldinger_total)')).toBe(sent)
    expect(await value('sum(budstikka_counted_sendings{system="care-messages"})')).toBe(sent)
    expect(await value('sum(budstikka_place_meldinger_total)')).toBe(sent)
    expect(await value('sum(budstikka_flow_meldinger_total)')).toBe(sent)
    expect(await value('sum(budstikka_replay_scale_ratio)')).toBe(scale)
  })

  test('a count leads to a trace that the collector has', async () => {
    const ids = await prometheus.exemplars('budstikka_verdicts_total')
    await vi.waitFor(() => expect(ids.filter((id) => collector.traceIds().has(id))).not.toEqual([]), waitMs)
  })

  test.each(questions.filter(({ dashboard }) => dashboard !== aret))('$name has data', async ({ expr }) => {
    expect(await prometheus.query(filledIn(expr, values))).not.toEqual([])
  })

  test.each(dashboards.filter((dashboard) => dashboard !== aret).flatMap(variablesOf))(
    'the variable $name has values',
    async ({ metric, label }) => {
      expect(await prometheus.labelValues(metric, label)).not.toEqual([])
    }
  )

  test.each(scrapeTargets().map(({ labels }) => labels.service))(
    'the metrics of %s are as Prometheus wants them',
    async (service) => {
      const text = await (await fetch(`${world.services[service]}/metrics`)).text()
      expect(promtool(['check', 'metrics'], text)).toEqual({ code: 0, text: '' })
    }
  )

  describe('in simulated time', () => {
    let past: TestPrometheus

    beforeAll(async () => {
      const dataDir = backfilled(world.services['meldingsteller'] ?? '')
      open.defer(() => rmSync(dataDir, { recursive: true, force: true }))
      past = open.use(await startPrometheus({ targets: [], dataDir }))
    }, 60_000)

    test('the year has as many sendings as the books, and its scale', async () => {
      const value = (expr: string) => valueOf(past, expr, end)
      expect(await value('sum(sum_over_time(budstikka_simulated_day_sendings[400d]))')).toBe(report.books.sent)
      expect(
        await value('sum(sum_over_time(budstikka_simulated_day_sendings{outcome="rejected"}[400d])) or vector(0)')
      ).toBe(report.books.rejected)
      expect(await value('max(max_over_time(budstikka_simulated_day_scale_ratio[400d]))')).toBe(scale)
    })

    test('there is something in every month from January to December', async () => {
      const months = await past.query('sum by (month) (sum_over_time(budstikka_simulated_day_sendings[365d]))', end)
      const names = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
      expect(months.map(({ labels }) => labels['month'])).toEqual(expect.arrayContaining(names))
    })

    test.each(questions.filter(({ dashboard }) => dashboard === aret))(
      '$name has data',
      async ({ expr, isInstant }) => {
        const question = filledIn(expr, { __range: '366d', __interval: '1d' })
        expect(await past.query(question, isInstant ? end : wednesday)).not.toEqual([])
      }
    )

    test.each(variablesOf(aret))('the variable $name has values', async ({ metric, label }) => {
      expect(await past.labelValues(metric, label)).not.toEqual([])
    })
  })
})

const valueOf = async (prometheus: TestPrometheus, expr: string, at?: number) =>
  (await prometheus.query(expr, at))[0]?.value
