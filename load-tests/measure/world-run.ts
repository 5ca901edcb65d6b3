/** One run of a whole world with everything on, in a folder of its own: its rate, its cost, its books. */
import { connectBus, planRun, play, type PlayOptions, startWorld, type World } from '@budstikka/cli'
import { booksBalance, createLandscape, type Report } from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import { startCollector } from './collector.ts'
import { type ByProcess, cpuMicros, machineMicros, ofEach, perMelding, sumOf } from './processes.ts'
import { type MeanBytes, sampleBytes } from './sample-bytes.ts'

export type WorldRunOptions = {
  /** At least so many; the scale is a whole number. */
  readonly meldinger: number
  readonly profile: 'bulk' | 'durable'
  /** Times real time; default as fast as it goes. */
  readonly speed?: number
  /** Of the landscape; default all of Norway. */
  readonly size?: Readonly<Record<string, number>>
  readonly signal: AbortSignal
  /** Called when the first happening has been published; what it does is over when `during` is aborted. */
  onStart?(world: World, bus: Bus, during: AbortSignal): void
}

export type WorldRun = {
  readonly report: Report
  /** From the first happening published until every melding is answered and counted. */
  readonly perSecond: number
  readonly seconds: number
  readonly isExact: boolean
  /** Processor time in µs. */
  readonly cpuPerMelding: ByProcess
  /** What others on the machine used meanwhile, in the same measure: a disturbed run proves little. */
  readonly foreignPerMelding: number
  readonly meanBytes: MeanBytes
  readonly parties: number
  /** Requests that the collector of traces has answered. */
  readonly tracePosts: number
}

const year = 2019
const seed = '1'

export async function runWorld(options: WorldRunOptions): Promise<WorldRun> {
  const { profile, signal, size = {}, speed = 'max' } = options
  await using collector = await startCollector()
  const env = environment(collector.url, size)
  const host = { env, execPath: process.execPath, pid: process.pid, stderr: process.stderr, signal }
  const tell = (text: string) => void process.stderr.write(`${text}\n`)
  await using world = await startWorld({ host, year, seed, profile, tell })
  await using bus = await connectBus(host, [world.natsUrl], profile)
  const landscape = createLandscape({ year, seed, size })
  const plan = planRun({ year, only, scale: scaleFor(options.meldinger) })
  const during = new AbortController()
  const meanBytes = sampleBytes(bus, AbortSignal.any([signal, during.signal]))
  const begun = Promise.withResolvers<Reading>()
  let isBegun = false
  const position: PlayOptions['position'] = {
    done: 0,
    seconds: 0,
    save() {
      if (isBegun) return
      isBegun = true
      begun.resolve(readingOf(world))
      options.onStart?.(world, bus, during.signal)
    }
  }
  try {
    const report = await play({ host, bus, landscape, plan, seed, speed, position })
    return {
      report,
      ...costOf(await begun.promise, readingOf(world), report.books.sent),
      isExact: booksBalance(report) && report.books.sent === plan.planned,
      meanBytes: meanBytes(),
      parties: [...landscape.parties()].length,
      tracePosts: collector.posts()
    }
  } finally {
    during.abort()
  }
}

/** Traces are sampled at the services' own 1 %, and are really sent. */
const environment = (collectorUrl: string, size: Readonly<Record<string, number>>) => ({
  ...process.env,
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl,
  LANDSCAPE_SIZE: JSON.stringify(size)
})

/** The claims are about care meldinger. */
const only = ['care-messages']
const scaleFor = (meldinger: number) => Math.max(1, Math.floor(planRun({ year, only, scale: 1 }).planned / meldinger))

type Reading = { readonly at: number; readonly cpu: ByProcess; readonly machine: number }

const readingOf = (world: World): Reading => ({
  at: performance.now(),
  cpu: ofEach({ ...world.pids(), replay: process.pid }, cpuMicros),
  machine: machineMicros()
})

function costOf(begin: Reading, end: Reading, sent: number) {
  const seconds = (end.at - begin.at) / 1_000
  const cpuPerMelding = perMelding(begin.cpu, end.cpu, sent)
  const foreignPerMelding = (end.machine - begin.machine) / sent - sumOf(cpuPerMelding)
  return { seconds, perSecond: sent / seconds, cpuPerMelding, foreignPerMelding }
}
