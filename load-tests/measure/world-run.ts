/** One run of a whole world with everything on, in a folder of its own: its rate, its cost, its books. */
import { connectBus, planRun, play, type PlayOptions, type Speed, startWorld, type World } from '@budstikka/cli'
import { bookedSendings, booksBalance, createLandscape, type Report, type ScaledPlan } from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import { startCollector } from './collector.ts'
import { type ByProcess, cpuMicros, machineMicros, ofEach, perMelding, sumOf } from './processes.ts'
import { type MeanBytes, type Receipted, sampleMeldinger } from './sample-meldinger.ts'
import { type Sample, watch } from './watch.ts'

export type WorldRunOptions = {
  readonly plan: ScaledPlan
  readonly profile: 'bulk' | 'durable'
  /** Times real time, or a pace; default as fast as it goes. */
  readonly speed?: Speed
  /** Of the landscape; default all of Norway. */
  readonly size?: Readonly<Record<string, number>>
  /** Share of the meldinger that are traced; default the services' own 1 %. 0: there is no collector either. */
  readonly traceRatio?: number
  /** Of the 64 partitions, how many are listened to for sizes and delays; default the first meldinger of all. */
  readonly partitions?: number
  /** An exchange that is up already; default a NATS server of the world's own. */
  readonly servers?: readonly string[]
  /** What the services have before they begin; default nothing. */
  readonly dataDir?: string
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
  readonly receipted: readonly Receipted[]
  /** In order of time. */
  readonly samples: readonly Sample[]
  readonly parties: number
  /** Requests that the collector of traces has answered. */
  readonly tracePosts: number
}

const seed = '1'
/** Most claims are about care meldinger: the first year that was published whole. */
const claimYear = 2019
/** At least so many of them; the scale is a whole number. */
export const carePlan = (meldinger: number) => planOf({ only: ['care-messages'] }, meldinger)

/** Prescriptions, their dispensings, and who is told of them: in a month, since more were published of it than of the year. */
export const prescriptionPlan = (meldinger: number) => planOf({ only: ['e-prescription'], month: 12 }, meldinger)

function planOf(choice: { readonly only: readonly string[]; readonly month?: number }, meldinger: number): ScaledPlan {
  const all = planRun({ ...choice, year: claimYear, scale: 1 }).planned
  return planRun({ ...choice, year: claimYear, scale: Math.max(1, Math.floor(all / meldinger)) })
}

export async function runWorld(options: WorldRunOptions): Promise<WorldRun> {
  const { plan, profile, signal, size = {}, speed = 'max', traceRatio, servers, dataDir } = options
  await using collector = await startCollector()
  const env = environment(traceRatio === 0 ? '' : collector.url, size, traceRatio)
  const host = { env, execPath: process.execPath, pid: process.pid, stderr: process.stderr, signal }
  const tell = (text: string) => void process.stderr.write(`${text}\n`)
  const { year } = plan
  const where = { ...(servers && { servers }), ...(dataDir !== undefined && { dataDir }) }
  await using world = await startWorld({ host, year, seed, profile, tell, ...where })
  await using bus = await connectBus(host, servers ?? [world.natsUrl], profile)
  const landscape = createLandscape({ year, seed, size })
  const during = new AbortController()
  const listening = AbortSignal.any([signal, during.signal])
  const sampler = sampleMeldinger(bus, options.partitions, listening)
  const samples: Sample[] = []
  const begun = Promise.withResolvers<Reading>()
  let isBegun = false
  const position: PlayOptions['position'] = {
    done: 0,
    seconds: 0,
    save() {
      if (isBegun) return
      isBegun = true
      begun.resolve(readingOf(world))
      void watch(world, bus, samples, during.signal).catch((error) => tell(String(error)))
      options.onStart?.(world, bus, during.signal)
    }
  }
  try {
    const report = await play({ host, bus, landscape, plan, seed, speed, position })
    return {
      report,
      ...costOf(await begun.promise, readingOf(world), report.books.sent),
      isExact: booksBalance(report) && report.books.sent === bookedSendings(plan),
      meanBytes: sampler.meanBytes(),
      receipted: sampler.receipted,
      samples,
      parties: [...landscape.parties()].length,
      tracePosts: collector.posts()
    }
  } finally {
    during.abort()
  }
}

const environment = (collectorUrl: string, size: Readonly<Record<string, number>>, traceRatio: number | undefined) => ({
  ...process.env,
  OTEL_EXPORTER_OTLP_ENDPOINT: collectorUrl,
  LANDSCAPE_SIZE: JSON.stringify(size),
  ...(traceRatio !== undefined && { TRACE_SAMPLE_RATIO: String(traceRatio) })
})

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
