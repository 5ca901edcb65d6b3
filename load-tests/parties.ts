/** A melding costs less than 10 % more among 10 000 parties than among 100, and is still exact among 20 000. */
import { answer, bounded, median, percent, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { sumOf } from './measure/processes.ts'
import { steadyCost } from './measure/steady.ts'
import { carePlan, runWorld, type WorldRun } from './measure/world-run.ts'

/** One municipality with a GP office; the hundred most populous with theirs; and all of Norway with more GPs than it has. */
const sizes = [
  { municipalities: 1, gpLists: 1, gpOffices: 1, pharmacies: 1 },
  { municipalities: 100 },
  { gpLists: 9_000 }
] as const

const profile = 'bulk'
const minutesMax = 30

const options = readOptions(
  'Processor time a melding, all processes together, in the later half of runs among few parties, many and most.',
  {
    meldinger: [60_000, 'meldinger in each run, at least'],
    rounds: [3, 'rounds of all sizes in turn; the median counts'],
    sizes: [3, 'of 107, 10 066 and 20 000 parties, so many'],
    growth: [0.1, 'claimed from the first to the second, as a share'],
    floor: [50_000, 'meldinger in the floor']
  }
)
if (options) await claim(options)

type Measured = Pick<WorldRun, 'parties' | 'isExact' | 'meanBytes'> & { readonly cost: number }

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const plan = carePlan(read('meldinger'))
  const rounds: Measured[][] = []
  while (rounds.length < read('rounds')) {
    const round: Measured[] = []
    for (const size of sizes.slice(0, Math.max(2, read('sizes')))) round.push(await measure(size))
    rounds.push(round)
  }
  const all = (rounds[0] ?? []).map(({ parties }, at) => ({
    parties,
    costs: rounds.map((round) => round[at]?.cost ?? NaN),
    growth: median(rounds.map((round) => (round[at]?.cost ?? NaN) / (round[0]?.cost ?? NaN) - 1))
  }))
  const growth = all[1]?.growth ?? NaN
  const isExact = rounds.flat().every((one) => one.isExact)
  const isHeld = isExact && growth < read('growth')
  say('now the floor, which knows no parties')
  const bytes = rounds.at(-1)?.at(-1)?.meanBytes ?? { melding: 0, appRec: 0 }
  const floor = await floorRound({ profile, meldinger: read('floor'), bytes })
  const floorCost = sumOf(floor.cpuPerMelding)
  const rows: Row[] = [
    ['processor µs a melding', ...rounds.map((_, at) => `round ${at + 1}`), 'growth'],
    ...all.map((one): Row => [`among ${one.parties} parties`, ...one.costs.map(Math.round), percent(one.growth)]),
    ['floor', Math.round(floorCost)]
  ]
  const sentence = `${percent(growth)} dearer, less than ${percent(read('growth'))}, books ${isExact ? 'exact' : 'NOT exact'}`
  const points = all.map(({ parties, costs }) => [parties, median(costs)] as const)
  const plots = [
    {
      title: 'what a melding costs',
      x: 'parties',
      y: 'processor µs',
      lines: [
        { name: 'median', points },
        { name: 'floor', points: points.map(([parties]) => [parties, floorCost] as const) }
      ],
      logarithmic: 'x' as const
    }
  ]
  answer(isJson, { claim: 'parties', isHeld, growth, isExact, all, floor }, { rows, sentence, plots })

  async function measure(size: Readonly<Record<string, number>>): Promise<Measured> {
    const run = await runWorld({ plan, profile, size, signal })
    const [{ parties, isExact, meanBytes }, cost] = [run, sumOf(steadyCost(run))]
    say(`among ${parties} parties: ${cost.toFixed(0)} µs a melding`)
    return { parties, isExact, meanBytes, cost }
  }
}
