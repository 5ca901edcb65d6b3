/** A real Prometheus for a test, scraping every second what it is told to, with our rules. */
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { endProcess, freePort, waitUntilAnswered } from './process.harness.ts'
import type { ScrapeTarget } from './scrape-targets.ts'

export const hasPrometheus = spawnSync('prometheus', ['--version'], { stdio: 'ignore' }).error === undefined
if (!hasPrometheus)
  process.stderr.write('prometheus is not here (apt-get install prometheus): tests that need it are skipped\n')

const Answer = z.object({
  status: z.literal('success'),
  data: z.unknown()
})
const Vector = z.object({
  result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }))
})
const Exemplars = z.array(z.object({ exemplars: z.array(z.object({ labels: z.object({ trace_id: z.string() }) })) }))
export type Series = { readonly labels: Readonly<Record<string, string>>; readonly value: number }

export type TestPrometheus = AsyncDisposable & {
  readonly url: string
  /** `at` in seconds since 1970, default now. Throws when Prometheus refuses the query. */
  query(expr: string, at?: number): Promise<readonly Series[]>
  labelValues(metric: string, label: string): Promise<readonly string[]>
  /** Trace ids of the last hour. */
  exemplars(metric: string): Promise<readonly string[]>
}

/** `dataDir`: blocks that stand already; kept. `alertmanager`: host and port. */
export async function startPrometheus(options: {
  readonly targets: readonly ScrapeTarget[]
  readonly alertmanager?: string
  readonly dataDir?: string
  /** Rules instead of ours. */
  readonly rules?: string
}): Promise<TestPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-prometheus-'))
  writeConfig(folder, options)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    'prometheus',
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${options.dataDir ?? join(folder, 'data')}`,
      '--storage.tsdb.retention.time=50y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--enable-feature=exemplar-storage'
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] }
  )
  const log: string[] = []
  child.stderr.on('data', (chunk: Buffer) => void log.push(chunk.toString()))
  await waitUntilAnswered(child, `${url}/-/ready`, () => log.join('')).catch(async (error: unknown) => {
    await endProcess(child)
    throw error
  })
  const get = async (path: string) => Answer.parse(await (await fetch(`${url}/api/v1/${path}`)).json()).data
  return {
    url,
    async query(expr, at) {
      const question = new URLSearchParams({ query: expr, ...(at !== undefined && { time: String(at) }) })
      const { result } = Vector.parse(await get(`query?${question.toString()}`))
      return result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }))
    },
    async exemplars(metric) {
      const now = Date.now() / 1000
      const question = new URLSearchParams({ query: metric, start: String(now - 3_600), end: String(now + 60) })
      const series = Exemplars.parse(await get(`query_exemplars?${question.toString()}`))
      return series.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels.trace_id))
    },
    labelValues: async (metric, label) =>
      z
        .array(z.string())
        .parse(await get(`label/${label}/values?${new URLSearchParams({ 'match[]': metric }).toString()}`)),
    async [Symbol.asyncDispose]() {
      await endProcess(child)
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Ours as it is committed, but for its pace and its addresses. */
function writeConfig(folder: string, { targets, alertmanager, rules }: Parameters<typeof startPrometheus>[0]): void {
  const own = readFileSync(join(import.meta.dirname, 'prometheus.yml'), 'utf8')
  const config = own
    .replaceAll(/_interval: 15s/g, '_interval: 1s')
    .replace("'alertmanager:9093'", `'${alertmanager ?? '127.0.0.1:1'}'`)
    .replace("- targets: ['localhost:9090']", '- targets: []')
  writeFileSync(join(folder, 'prometheus.yml'), config)
  for (const name of ['rules', 'targets']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'targets', 'services.json'), JSON.stringify(targets))
  const rulesFile = join(folder, 'rules', 'alerts.yml')
  if (rules === undefined) copyFileSync(join(import.meta.dirname, 'rules', 'alerts.yml'), rulesFile)
  else writeFileSync(rulesFile, rules)
}
