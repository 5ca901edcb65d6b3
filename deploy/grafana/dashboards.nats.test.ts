/** Every panel has something to show after a real run: a world, a replay, and a Prometheus that scrapes it. */
import { rmSync } from 'node:fs'
import { planRun } from '@budstikka/cli'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { backfilled } from '../prometheus/backfill.harness.ts'
import { hasPromtool, promtool } from '../prometheus/promtool.harness.ts'
import { scrapeTargets } from '../prometheus/scrape-targets.ts'
import { hasPrometheus, startPrometheus, type TestPrometheus } from '../prometheus/start-prometheus.harness.ts'
import { aret } from './aret.ts'
import { dashboards } from './dashboards.ts'
import { eResept } from './e-resept.ts'
import { nasjonalOversikt } from './nasjonal-oversikt.ts'
import { filledIn, lineOf, questions, type VariableQuestion, variablesOf } from './questions.harness.ts'
import { openWatchedWorld, type WatchedWorld } from './watched-world.harness.ts'
import { words } from './words.ts'

const year = 2021
/** So many sendings that every month, kind of party and outcome is there. */
const scale = 15_000
const waitMs = 30_000
/** Ranges of a run of seconds. */
const values = { aar: String(year), __rate_interval: '1m' }

/** In the simulated year, in seconds since 1970: after its end, and an ordinary day. */
const end = Date.UTC(year + 1, 0, 2) / 1000
const wednesday = Date.UTC(year, 5, 2) / 1000

describe.skipIf(!hasPrometheus || !hasPromtool)('after a run', () => {
  const open = new AsyncDisposableStack()
  let watched: WatchedWorld
  let prometheus: TestPrometheus

  beforeAll(async () => {
    watched = open.use(await openWatchedWorld({ year, scale }))
    prometheus = watched.prometheus
  }, 300_000)
  afterAll(() => open.disposeAsync())

  test('Prometheus has what the books have', async () => {
    const { books, lookUps = [] } = watched.report
    const { sent } = books
    const value = (expr: string) => valueOf(prometheus, expr)
    expect(sent).toBeGreaterThan(1_000)
    expect(await value('sum(budstikka_meldinger_total)')).toBe(sent)
    expect(await value('sum(budstikka_place_meldinger_total)')).toBe(sent)
    expect(await value('sum(budstikka_flow_meldinger_total)')).toBe(sent)
    expect(await value('sum(budstikka_replay_scale_ratio)')).toBe(scale)
    const counted = (type: string) => lookUps.find((row) => row.type === type)?.counted
    expect(await value('sum(budstikka_look_ups_total)')).toBe(counted('look-ups by health personnel'))
    expect(await value('budstikka_looking_persons{part="alle"}')).toBe(counted('persons who have looked'))
    expect(await value('min(budstikka_look_ups_total)')).toBeGreaterThan(0)
  })

  test.each(['care-messages', 'e-prescription'])('of %s it has what the books have', async (system) => {
    const ofSystem = new Set(planRun({ year, scale, only: [system] }).rows.map(({ type }) => type))
    const counted = watched.report.rows.reduce((sum, row) => sum + (ofSystem.has(row.type) ? row.counted : 0), 0)
    expect(counted).toBeGreaterThan(0)
    expect(await valueOf(prometheus, `sum(budstikka_counted_sendings{system="${system}"})`)).toBe(counted)
  })

  test('the year’s total is what the books have of it, and the sum of its parts', async () => {
    const total = watched.report.total?.counted
    expect(total).toBeGreaterThan(0)
    expect(await valueOf(prometheus, 'sum(budstikka_counted_sendings{system="medical-messages"})')).toBe(total)
    const parts = 'budstikka_counted_sendings{system!~"medical-messages|citizen-dialogue"}'
    expect(await valueOf(prometheus, `sum(${parts})`)).toBe(total)
  })

  test('a number that would be 0 where nothing has been sent is above 0', async () => {
    const all = questions.filter(({ dashboard, expr }) => dashboard === eResept && expr.endsWith('or vector(0)'))
    const numbers = await Promise.all(all.map(({ expr }) => valueOf(prometheus, filledIn(expr, values))))
    expect(numbers.map((number) => Number(number) > 0)).toEqual(all.map(() => true))
  })

  test.each(questions.filter(({ isExemplified }) => isExemplified))(
    '$name leads to a trace that the collector has',
    async ({ expr }) => {
      const ids = await prometheus.exemplars(filledIn(expr, values))
      await vi.waitFor(() => expect(ids.filter((id) => watched.collector.traceIds().has(id))).not.toEqual([]), waitMs)
    }
  )

  test.each(questions.filter(({ dashboard }) => dashboard !== aret))('$name has data', async ({ expr }) => {
    // Of some rows, care messages above all, 2019 alone was published.
    const years = expr.includes('budstikka_published_') ? [values.aar, '2019'] : [values.aar]
    const answers = await Promise.all(years.map((aar) => prometheus.query(filledIn(expr, { ...values, aar }))))
    expect(answers.flat()).not.toEqual([])
  })

  test.each(dashboards.filter((dashboard) => dashboard !== aret).flatMap(variablesOf))(
    'the variable $name has values',
    async (variable) => expect(await choicesOf(prometheus, variable)).not.toEqual([])
  )

  test('systems are chosen by their Norwegian names', async () => {
    const system = variablesOf(nasjonalOversikt).find(({ name }) => name === 'system') ?? expect.fail('a variable')
    const choices = await choicesOf(prometheus, system)
    expect(choices).toContainEqual({ text: 'Pleie og omsorg', value: 'care-messages' })
    expect(choices.filter(({ text, value }) => text === value)).toEqual([])
  })

  test.each(Object.entries(words))('every value of %s that is shown has a Norwegian word', async (label, known) => {
    const values = await prometheus.labelValues(`{__name__=~"budstikka_.*",${label}!=""}`, label)
    expect(values).not.toEqual([])
    expect(values.filter((value) => !(value in known))).toEqual([])
  })

  test.each(scrapeTargets().map(({ labels }) => labels.service))(
    'the metrics of %s are as Prometheus wants them',
    async (service) => {
      const text = await (await fetch(`${watched.world.services[service]}/metrics`)).text()
      expect(promtool(['check', 'metrics'], text)).toEqual({ code: 0, text: '' })
    }
  )

  describe('in simulated time', () => {
    let past: TestPrometheus

    beforeAll(async () => {
      const dataDir = backfilled(watched.world.services['meldingsteller'] ?? '')
      open.defer(() => rmSync(dataDir, { recursive: true, force: true }))
      past = open.use(await startPrometheus({ targets: [], dataDir }))
    }, 60_000)

    test('the year has as many sendings as the books, and its scale', async () => {
      const value = (expr: string) => valueOf(past, expr, end)
      expect(await value('sum(sum_over_time(budstikka_simulated_day_sendings[400d]))')).toBe(watched.report.books.sent)
      expect(
        await value('sum(sum_over_time(budstikka_simulated_day_sendings{outcome="rejected"}[400d])) or vector(0)')
      ).toBe(watched.report.books.rejected)
      expect(await value('max(max_over_time(budstikka_simulated_day_scale_ratio[400d]))')).toBe(scale)
    })

    test('there is something in every month from January to December', async () => {
      const months = await past.query('sum by (month) (sum_over_time(budstikka_simulated_day_sendings[365d]))', end)
      const names = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)
      expect(months.map(({ labels }) => labels['month'])).toEqual(expect.arrayContaining(names))
    })

    test('the wave of vaccinations stands in its months', async () => {
      const months = await past.query(
        'sum by (month) (sum_over_time(budstikka_simulated_day_sendings{type="HENDELSEREQUEST"}[365d]))',
        end
      )
      const inMonth = (month: string) => months.find(({ labels }) => labels['month'] === `${year}-${month}`)?.value ?? 0
      // 19.5 % of the year stand in August and 1 % in January (the plan's season).
      expect(inMonth('01')).toBeGreaterThan(0)
      expect(inMonth('08')).toBeGreaterThan(10 * inMonth('01'))
    })

    test.each(questions.filter(({ dashboard }) => dashboard === aret))(
      '$name has data',
      async ({ expr, isInstant }) => {
        const question = filledIn(expr, { __range: '366d', __interval: '1d' })
        expect(await past.query(question, isInstant ? end : wednesday)).not.toEqual([])
      }
    )

    test.each(variablesOf(aret))('the variable $name has values', async (variable) => {
      expect(await choicesOf(past, variable)).not.toEqual([])
    })
  })
})

/** What a reader can choose, and what a query gets. */
async function choicesOf(prometheus: TestPrometheus, { asks }: VariableQuestion) {
  if (asks.type === 'values')
    return (await prometheus.labelValues(asks.metric, asks.label)).map((value) => ({ text: value, value }))
  return (await prometheus.query(asks.expr)).map(({ labels }) => {
    const { text, value } = asks.regex.exec(lineOf(labels))?.groups ?? {}
    return { text, value }
  })
}

const valueOf = async (prometheus: TestPrometheus, expr: string, at?: number) =>
  (await prometheus.query(expr, at))[0]?.value
