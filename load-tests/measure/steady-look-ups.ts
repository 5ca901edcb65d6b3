/** A claim about look-ups at a steady rate, of persons with so many prescriptions each: latencies by the clock, and memory that stays. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectBus, startWorld, type World } from '@budstikka/cli'
import { createLandscape, type Landscape } from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import { withEcho } from '../lookups/beside-floor.ts'
import { askByTheClock } from './ask-by-the-clock.ts'
import { answer, bounded, quantile, readOptions } from './claim.ts'
import { memoryOf } from './processes.ts'

const minutesMax = 5
const floorMs = 5_000
/** Prescriptions of a person. */
export const each = 20
export const [year, seed] = [2019, '1'] as const
const profile = 'durable'

export type SteadyWorld = {
  readonly dataDir: string
  readonly landscape: Landscape
  /** How many persons have prescriptions. */
  readonly persons: number
  readonly signal: AbortSignal
  /** Resolves with what `work` does in the world of the folder, when it is down again. */
  within<Answer>(work: (bus: Bus, world: World) => Promise<Answer>): Promise<Answer>
}
type Steady = {
  readonly claim: string
  /** Whose memory is looked at. */
  readonly service: string
  readonly description: string
  /** Fills the store; resolves with how one is asked. The answer's bytes are told, and whether it was right is its own to say. */
  fill(world: SteadyWorld): Promise<(bus: Bus) => Promise<number>>
}

export async function claimSteadyLookUps({ claim, service, description, fill }: Steady): Promise<void> {
  const options = readOptions(description, {
    prescriptions: [1_000_000, 'stored'],
    rate: [500, 'look-ups a second, told by the clock and not by the answers'],
    seconds: [20, 'of asking'],
    p99: [20, 'milliseconds claimed']
  })
  if (options === undefined) return
  const { read, isJson } = options
  const signal = bounded(minutesMax)
  const dataDir = mkdtempSync(join(tmpdir(), `budstikka-${service}-`))
  const size = { municipalities: 5 }
  const landscape = createLandscape({ year, seed, size })
  const { execPath, pid, stderr } = process
  const host = { env: { ...process.env, LANDSCAPE_SIZE: JSON.stringify(size) }, execPath, pid, stderr, signal }
  const tell = (text: string) => void stderr.write(`${text}\n`)
  const within: SteadyWorld['within'] = async (work) => {
    await using world = await startWorld({ host, year, seed, profile, dataDir, tell })
    await using bus = await connectBus(host, [world.natsUrl], profile)
    return await work(bus, world)
  }
  const persons = Math.ceil(read('prescriptions') / each)
  try {
    const askOne = await fill({ dataDir, landscape, persons, signal, within })
    const measured = await within(async (bus, world) => {
      const [rate, count] = [read('rate'), read('rate') * read('seconds')]
      let bytes = 0
      for (let warm = 0; warm < rate; warm++) bytes = await askOne(bus)
      const megabytes = () => memoryOf(world.pids()[service] ?? 0).resident
      const before = megabytes()
      const latencies = await askByTheClock('look-ups', () => askOne(bus), rate, count)
      const after = megabytes()
      const bare = (subject: string) =>
        askByTheClock('floor', () => bus.ask(subject, Buffer.of(), floorMs), rate, Math.ceil(count / 4))
      const floor = await withEcho({ world, bytes }, bare, signal)
      return { stored: persons * each, latencies, floor, megabytes: [before, after] as const }
    })
    answerLatencies(isJson, claim, measured, { p99: read('p99'), rate: read('rate') })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Measured = {
  /** Prescriptions. */
  readonly stored: number
  /** Milliseconds. */
  readonly latencies: readonly number[]
  /** The same of bare questions and answers, at the same rate. */
  readonly floor: readonly number[]
  /** Of the service, resident, in MB. */
  readonly megabytes: readonly [before: number, after: number]
}

/** A service has at most so much memory, however much it stores. */
const megabytesMax = 150

/** `claimed`: milliseconds within which 99 of 100 are answered, and look-ups a second. */
function answerLatencies(
  isJson: boolean,
  claim: string,
  { stored, latencies, floor, megabytes }: Measured,
  claimed: { readonly p99: number; readonly rate: number }
): void {
  const [p50, p99, p999] = [quantile(latencies, 0.5), quantile(latencies, 0.99), quantile(latencies, 0.999)]
  const floorMs99 = quantile(floor, 0.99)
  const max = Math.max(...latencies)
  const isHeld = p99 <= claimed.p99 && Math.max(...megabytes) <= megabytesMax
  const rows = [
    ['prescriptions stored', stored],
    ['look-ups', latencies.length],
    ['p50 ms', p50],
    ['p99 ms', p99],
    ['p99.9 ms', p999],
    ['longest ms', max],
    ['floor: p50 ms of a bare answer of that size', quantile(floor, 0.5)],
    ['floor: p99 ms', floorMs99],
    ['resident MB before', megabytes[0]],
    ['resident MB after', megabytes[1]]
  ] as const
  const sentence = `p99 ${p99.toFixed(1)} ms, at most ${claimed.p99} ms at ${claimed.rate} a second; at most ${megabytesMax} MB`
  const result = { claim, isHeld, stored, asked: latencies.length, p50, p99, p999, max, megabytes }
  answer(isJson, { ...result, floor: { p50: quantile(floor, 0.5), p99: floorMs99 } }, { rows, sentence })
}
