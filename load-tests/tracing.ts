/** Traces of one melding in a hundred, really sent to a collector, cost less than 5 % of the processor time of a melding. */
import { answer, bounded, median, percent, readOptions, type Row, say } from './measure/claim.ts'
import { sumOf } from './measure/processes.ts'
import { steadyCost } from './measure/steady.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'bulk'
const minutesMax = 20

const options = readOptions('Worlds with and without traces in turn; the median of the pairs counts.', {
  meldinger: [30_000, 'in each run, at least'],
  rounds: [3, 'pairs'],
  ratio: [0.01, 'share of the meldinger that is traced'],
  cost: [0.05, 'claimed, as a share']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const plan = carePlan(read('meldinger'))
  const pairs: {
    readonly without: number
    readonly traced: number
    readonly posts: number
    readonly isExact: boolean
  }[] = []
  while (pairs.length < read('rounds')) {
    const without = await runWorld({ plan, profile, traceRatio: 0, signal })
    const traced = await runWorld({ plan, profile, traceRatio: read('ratio'), signal })
    const [dear, cheap] = [sumOf(steadyCost(traced)), sumOf(steadyCost(without))]
    pairs.push({ without: cheap, traced: dear, posts: traced.tracePosts, isExact: traced.isExact && without.isExact })
    say(`${cheap.toFixed(0)} µs a melding without traces, ${dear.toFixed(0)} µs with`)
  }
  const cost = median(pairs.map((pair) => pair.traced / pair.without - 1))
  const isExact = pairs.every((pair) => pair.isExact)
  const isHeld = isExact && cost < read('cost') && pairs.every(({ posts }) => posts > 0)
  const rows: Row[] = [
    ['processor µs a melding', ...pairs.map((_, at) => `pair ${at + 1}`)],
    ['floor: no traces', ...pairs.map(({ without }) => Math.round(without))],
    [`traced, ${percent(read('ratio'))}`, ...pairs.map(({ traced }) => Math.round(traced))],
    ['dearer', ...pairs.map(({ traced, without }) => percent(traced / without - 1))],
    ['requests to the collector', ...pairs.map(({ posts }) => posts)]
  ]
  const sentence = `${percent(cost)} dearer with traces of ${percent(read('ratio'))}, less than ${percent(read('cost'))}`
  answer(isJson, { claim: 'tracing', isHeld, cost, isExact, pairs }, { rows, sentence })
}
