/** Every service after a replay of the whole plan, look-ups and deaths too, with a Prometheus that has scraped it all. */
import { strict as assert } from 'node:assert'
import { setTimeout as wait } from 'node:timers/promises'
import { connectBus, besidesOf, openPosition, planRun, play, startWorld, type World } from '@budstikka/cli'
import { createLandscape, createRng, type Landscape, type Report } from '@budstikka/landscape'
import { startCollector, type TestCollector } from '../otel/start-collector.harness.ts'
import { scrapeTargets } from '../prometheus/scrape-targets.ts'
import { startPrometheus, type TestPrometheus } from '../prometheus/start-prometheus.harness.ts'

export type WatchedWorld = AsyncDisposable & {
  readonly world: World
  readonly prometheus: TestPrometheus
  readonly collector: TestCollector
  readonly report: Report
}

const waitMs = 30_000
const pollMs = 200
const seed = '1'
/** Persons whose death and its cause a doctor tells over HTTP, beside those of the plan. */
const dead = 5

/** Resolves when Prometheus has seen as many sendings as the books have. */
export async function openWatchedWorld({
  year,
  scale
}: Readonly<Record<'year' | 'scale', number>>): Promise<WatchedWorld> {
  await using open = new AsyncDisposableStack()
  const collector = open.use(await startCollector())
  const { execPath, pid, stderr } = process
  const env = { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, TRACE_SAMPLE_RATIO: '0.1' }
  const host = { env, execPath, pid, stderr, signal: new AbortController().signal }
  const world = open.use(
    await startWorld({ host, year, seed, profile: 'bulk', isWatched: true, tell: () => undefined })
  )
  const targets = scrapeTargets((service) => new URL(world.services[service] ?? '').host)
  const prometheus = open.use(await startPrometheus({ targets }))
  const until = (expr: string, value: number) => untilShown(prometheus, expr, value)
  // Rates need a number from before the run.
  await until('count(up == 1)', targets.length)
  await until('sum(budstikka_sendings_total)', 0)
  await using bus = await connectBus(host, [world.natsUrl])
  const landscape = createLandscape({ year, seed })
  const plan = planRun({ year, scale })
  const position = openPosition(world.dataDir, { year, scale, seed, profile: 'bulk' })
  const report = await play({ host, bus, landscape, plan, seed, speed: 'max', position, ...besidesOf({}, plan) })
  await tellOfDeaths(world.services['dodsmelding'] ?? '', landscape)
  await until('sum(budstikka_meldinger_total)', report.books.sent)
  await until(`sum(budstikka_deaths_told_total) >= bool ${2 * dead}`, 1)
  await until('sum(budstikka_deaths_waiting)', 0)
  const opened = open.move()
  return { world, prometheus, collector, report, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function untilShown(prometheus: TestPrometheus, expr: string, expected: number): Promise<void> {
  let seen: number | undefined
  for (const deadline = Date.now() + waitMs; Date.now() < deadline; await wait(pollMs)) {
    seen = (await prometheus.query(expr))[0]?.value
    if (seen === expected) return
  }
  throw new Error(`expected Prometheus to show ${expected} for ${expr}, got ${seen}`)
}

async function tellOfDeaths(address: string, landscape: Landscape): Promise<void> {
  const rng = createRng(seed, 'deaths')
  const [day, lege] = [`${landscape.year}-06-05`, '1234567']
  for (let count = 0; count < dead; count++) {
    const told = { fodselsnummer: landscape.randomPerson(rng).id, dodsdato: day, lege }
    await post(`${address}/dodsfall`, told)
    await post(`${address}/dodsarsaker`, { ...told, dodssted: '1', arsak: { A: { kode: 'I219' } }, dodsmate: '1' })
  }
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  assert.equal(answer.status, 201, await answer.text())
}
