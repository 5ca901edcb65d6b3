/** Traces of one melding in a hundred, really sent to a collector, cost less than 5 % of the processor time of a melding. */
import { answer, bounded, median, percent, quantile, readOptions, type Row, say } from './measure/claim.ts'
import { inTurns } from './measure/in-turns.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'bulk'
const minutesMax = 20
/** The first slices pay for compiling and filling. */
const warmShare = 0.3

const options = readOptions(
  'Two worlds, one with traces, play slices of the same year in turns; the median of the pairs counts.',
  {
    meldinger: [30_000, 'in each world, at least'],
    slices: [24, 'of the year'],
    ratio: [0.01, 'share of the meldinger that is traced'],
    cost: [0.05, 'claimed, as a share']
  }
)
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const plan = carePlan(read('meldinger'))
  const [cheap, dear] = inTurns(Math.ceil(366 / read('slices')))
  const [without, traced] = await Promise.all(
    [
      { turn: cheap, traceRatio: 0 },
      { turn: dear, traceRatio: read('ratio') }
    ].map(({ turn, traceRatio }) =>
      runWorld({ plan, profile, traceRatio, speed: turn.pace, signal, onStart: turn.begin }).finally(turn.end)
    )
  )
  const slices = [...cheap.costs.keys()].filter((slice) => dear.costs.has(slice)).toSorted((a, b) => a - b)
  const warm = slices.slice(Math.floor(warmShare * slices.length))
  const pairs = warm.map((slice) => ({ without: cheap.costs.get(slice) ?? NaN, traced: dear.costs.get(slice) ?? NaN }))
  const ratios = pairs.map((pair) => pair.traced / pair.without - 1)
  say(`${pairs.length} pairs`)
  const cost = median(ratios)
  const isExact = without?.isExact === true && traced?.isExact === true
  const posts = traced?.tracePosts ?? 0
  const isHeld = isExact && cost < read('cost') && posts > 0
  const secondsOf = (side: 'without' | 'traced') => pairs.reduce((sum, pair) => sum + pair[side], 0) / 1e6
  const rows: Row[] = [
    ['processor seconds of the warm slices', `${pairs.length} pairs`],
    ['floor: no traces', secondsOf('without')],
    [`traced, ${percent(read('ratio'))}`, secondsOf('traced')],
    ['dearer, median of the pairs', percent(cost)],
    ['a quarter of the pairs below, above', percent(quantile(ratios, 0.25)), percent(quantile(ratios, 0.75))],
    ['requests to the collector', posts]
  ]
  const sentence = `${percent(cost)} dearer with traces of ${percent(read('ratio'))}, less than ${percent(read('cost'))}`
  answer(isJson, { claim: 'tracing', isHeld, cost, isExact, posts, pairs }, { rows, sentence })
}
