/** One run of a whole world with everything on, in a folder of its own: its rate, its cost, its books. */
import { connectBus, planRun, play, type PlayOptions, startWorld, type World } from '@budstikka/cli'
import { booksBalance, createLandscape, type Report } from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import { startCollector } from './collector.ts'
import { type ByProcess, cpuMicros, ofEach, perMelding } from './processes.ts'
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
  readonly meanBytes: MeanBytes
  readonly parties: number
  /** Requests that the collector of traces has answered. */
  readonly tracePosts: number
}

const year = 2019
const seed = '1'

export async function runWorld(options: WorldRunOptions): Promise<WorldRun> {
  const { profile, signal, size = {} } = options
  await using collector = await startCollector()
  // Traces are sampled at the services' own 1 %, and are really sent.
  const env = {
    ...process.env,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    LANDSCAPE_SIZE: JSON.stringify(size),
    LOG_LEVEL: 'info'
  }
  const host = { env, execPath: process.execPath, pid: process.pid, stderr: process.stderr, signal }
  const tell = (text: string) => void process.stderr.write(`${text}\n`)
  await using world = await startWorld({ host, year, seed, profile, tell })
  await using bus = await connectBus(host, [world.natsUrl], profile)
  const landscape = createLandscape({ year, seed, size })
  const plan = planRun({ year, scale: scaleFor(options.meldinger) })
  const pids = () => ({ ...world.pids(), replay: process.pid })
  const sampling = new AbortController()
  const bytes = sampleBytes(bus, AbortSignal.any([signal, sampling.signal]))
  let begun: { readonly at: number; readonly cpu: ByProcess } | undefined
  const position: PlayOptions['position'] = {
    done: 0,
    seconds: 0,
    save() {
      if (begun !== undefined) return
      begun = { at: performance.now(), cpu: ofEach(pids(), cpuMicros) }
      options.onStart?.(world, bus, sampling.signal)
    }
  }
  try {
    const report = await play({ host, bus, landscape, plan, seed, speed: options.speed ?? 'max', position })
    const end = { at: performance.now(), cpu: ofEach(pids(), cpuMicros) }
    const { at, cpu } = begun ?? end
    const { sent } = report.books
    const seconds = (end.at - at) / 1_000
    return {
      report,
      seconds,
      perSecond: sent / seconds,
      isExact: booksBalance(report) && sent === plan.planned,
      cpuPerMelding: perMelding(cpu, end.cpu, sent),
      meanBytes: bytes(),
      parties: [...landscape.parties()].length,
      tracePosts: collector.posts()
    }
  } finally {
    sampling.abort()
  }
}

const scaleFor = (meldinger: number) => Math.max(1, Math.floor(planRun({ year, scale: 1 }).planned / meldinger))
