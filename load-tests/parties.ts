/** A melding costs less than 10 % more among 10 000 parties than among 100, and is still exact among 20 000. */
import { answer, bounded, median, percent, readOptions, type Row, say } from './measure/claim.ts'
import { sumOf } from './measure/processes.ts'
import { steadyCost } from './measure/steady.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

/** One municipality with a GP office; the hundred most populous with theirs; and all of Norway with more GPs than it has. */
const sizes = [
  { municipalities: 1, gpLists: 1, gpOffices: 1, pharmacies: 1 },
  { municipalities: 100 },
  { gpLists: 9_000 }
] as const

const minutesMax = 30

const options = readOptions(
  'Processor time a melding, all processes together, in the later half of runs among few parties, many and most.',
  {
    meldinger: [60_000, 'meldinger in each run, at least'],
    rounds: [3, 'rounds of all sizes in turn; the median counts'],
    sizes: [3, 'of 107, 10 066 and 20 000 parties, so many'],
    growth: [0.1, 'claimed from the first to the second, as a share']
  }
)
if (options) await claim(options)

type Measured = { readonly parties: number; readonly cost: number; readonly isExact: boolean }

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
  const rows: Row[] = [
    ['processor µs a melding', ...rounds.map((_, at) => `round ${at + 1}`), 'growth'],
    ...all.map((one): Row => [`among ${one.parties} parties`, ...one.costs.map(Math.round), percent(one.growth)])
  ]
  const sentence = `${percent(growth)} dearer, less than ${percent(read('growth'))}, books ${isExact ? 'exact' : 'NOT exact'}`
  const points = all.map(({ parties, costs }) => [parties, median(costs)] as const)
  const plots = [
    {
      title: 'what a melding costs',
      x: 'parties',
      y: 'processor µs',
      lines: [{ name: 'median', points }],
      logarithmic: 'x' as const
    }
  ]
  answer(isJson, { claim: 'parties', isHeld, growth, isExact, all }, { rows, sentence, plots })

  async function measure(size: Readonly<Record<string, number>>): Promise<Measured> {
    const run = await runWorld({ plan, profile: 'bulk', size, signal })
    const cost = sumOf(steadyCost(run))
    say(`among ${run.parties} parties: ${cost.toFixed(0)} µs a melding`)
    return { parties: run.parties, cost, isExact: run.isExact }
  }
}
