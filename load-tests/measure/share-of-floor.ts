/** What a world with everything on reaches as a share of the floor, and what takes the rest, by process. */
import type { ScaledPlan } from '@budstikka/landscape'
import { answer, bounded, median, readOptions, type Row, say } from './claim.ts'
import { floorRound, type FloorRound } from './floor-round.ts'
import { type ByProcess, sumOf } from './processes.ts'
import type { MeanBytes } from './sample-meldinger.ts'
import { runWorld, type WorldRun } from './world-run.ts'

type Round = {
  readonly before: FloorRound
  readonly world: WorldRun
  readonly after: FloorRound
  readonly ratio: number
}

const minutesMax = 8
const profile = 'bulk'
/** So that the first round of the floor knows how large a melding and an AppRec are. */
const pilotMeldinger = 3_000

type Choices = {
  /** A plan of at least so many meldinger. */
  planOf(meldinger: number): ScaledPlan
}

/** Rounds of floor, world, floor on one machine; every option has its standard value. */
export async function claimShareOfFloor(claim: string, { planOf }: Choices): Promise<void> {
  const options = readOptions('End to end, as a share of the floor, in rounds of floor, world, floor on one machine.', {
    meldinger: [100_000, 'meldinger in the world, at least'],
    floor: [50_000, 'meldinger in a round of the floor'],
    rounds: [1, 'rounds'],
    ratio: [0.3, 'share of the floor that is claimed']
  })
  if (options === undefined) return
  const { read, isJson } = options
  const signal = bounded(minutesMax)
  const [meldinger, floorMeldinger, ratioMin] = [read('meldinger'), read('floor'), read('ratio')]
  say(`a pilot of ${pilotMeldinger} meldinger, to see how large they are`)
  let bytes = (await runWorld({ plan: planOf(pilotMeldinger), profile, signal })).meanBytes
  const rounds: Round[] = []
  while (rounds.length < read('rounds')) {
    const before = await floor(bytes)
    const world = await runWorld({ plan: planOf(meldinger), profile, signal })
    bytes = world.meanBytes
    say(`world: ${world.perSecond.toFixed(0)}/s, ${bytes.melding} + ${bytes.appRec} bytes`)
    const after = await floor(bytes)
    rounds.push({ before, world, after, ratio: (2 * world.perSecond) / (before.perSecond + after.perSecond) })
  }
  const ratio = median(rounds.map((round) => round.ratio))
  const isExact = rounds.every(({ world }) => world.isExact)
  const isHeld = isExact && ratio >= ratioMin
  const rows = [...rateRows(rounds, bytes), [], ...costRows(rounds)]
  const result = { claim, isHeld, ratio, ratioMin, isExact, bytes, rounds: rounds.map(inShort) }
  const sentence = `${(100 * ratio).toFixed(1)} % of the floor, at least ${100 * ratioMin} %, books ${isExact ? 'exact' : 'NOT exact'}`
  answer(isJson, result, { rows, sentence })

  async function floor(mean: MeanBytes): Promise<FloorRound> {
    signal.throwIfAborted()
    const round = await floorRound({ profile, meldinger: floorMeldinger, bytes: mean })
    say(`floor: ${round.perSecond.toFixed(0)}/s`)
    return round
  }
}

function rateRows(rounds: readonly Round[], bytes: MeanBytes): Row[] {
  return [
    [
      `a melding of ${bytes.melding} and an AppRec of ${bytes.appRec} bytes`,
      ...rounds.map((_, at) => `round ${at + 1}`)
    ],
    ['floor before, meldinger/s', ...rounds.map(({ before }) => Math.round(before.perSecond))],
    ['end to end, meldinger/s', ...rounds.map(({ world }) => Math.round(world.perSecond))],
    ['floor after, meldinger/s', ...rounds.map(({ after }) => Math.round(after.perSecond))],
    ['ratio', ...rounds.map(({ ratio }) => ratio)]
  ]
}

/** What takes the rest, by process. */
function costRows(rounds: readonly Round[]): Row[] {
  const worlds = rounds.map(({ world }) => world.cpuPerMelding)
  const floors = rounds.map(({ after }) => after.cpuPerMelding)
  const rowsOf = (all: readonly ByProcess[]): Row[] => [
    ...Object.keys(all[0] ?? {}).map((name): Row => [`  ${name}`, ...all.map((one) => Math.round(one[name] ?? 0))]),
    ['  together', ...all.map((one) => Math.round(sumOf(one)))]
  ]
  return [
    ['end to end, processor µs a melding'],
    ...rowsOf(worlds),
    ['  others on the machine', ...rounds.map(({ world }) => Math.round(world.foreignPerMelding))],
    ['floor, processor µs a melding'],
    ...rowsOf(floors)
  ]
}

function inShort({ before, world, after, ratio }: Round) {
  const { perSecond, seconds, cpuPerMelding, foreignPerMelding, report, tracePosts } = world
  return {
    ratio,
    floorPerSecond: [before.perSecond, after.perSecond],
    floorCpuMicrosPerMelding: after.cpuPerMelding,
    endToEnd: {
      perSecond,
      seconds,
      cpuMicrosPerMelding: cpuPerMelding,
      foreignMicrosPerMelding: foreignPerMelding,
      tracePosts,
      books: report.books
    }
  }
}
