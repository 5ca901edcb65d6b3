/** Traces of one melding in a hundred, really sent to a collector, cost less than 5 % of the processor time of a melding. */
import { startTracing } from '@budstikka/service'
import { answer, bounded, median, percent, quantile, readOptions, type Row } from './measure/claim.ts'
import { startCollector } from './measure/collector.ts'
import { inSlices } from './measure/in-slices.ts'
import { playInOne } from './measure/one-journal.ts'
import { carePlan } from './measure/world-run.ts'

const minutesMax = 10
/** The first slices pay for compiling and filling. */
const warmShare = 0.25
const flushMs = 50

const options = readOptions(
  'One process serves a year of meldinger, with traces and without in turns, slice by slice.',
  {
    meldinger: [200_000, 'at least'],
    slice: [1_000, 'meldinger and receipts heard in a slice'],
    ratio: [0.01, 'share of the meldinger that is traced'],
    cost: [0.05, 'claimed, as a share']
  }
)
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = String(flushMs)
  await using collector = await startCollector()
  await using tracing = await startTracing('journal', { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })
  const slices = inSlices(tracing, read('slice'), flushMs)
  const serving = { tracing: slices.tracing, traceRatio: read('ratio'), onVerdict: slices.heard }
  await playInOne(carePlan(read('meldinger')), serving, bounded(minutesMax))
  const warm = slices.costs.slice(Math.floor(warmShare * slices.costs.length))
  const quartiles = (values: readonly number[]) => [0.25, 0.5, 0.75].map((share) => quantile(values, share))
  const those = (isTraced: boolean) => warm.filter((slice) => slice.isTraced === isTraced).map(({ micros }) => micros)
  const [without, traced] = [those(false), those(true)]
  const ratios = traced.flatMap((micros, pair) => (without[pair] === undefined ? [] : [micros / without[pair] - 1]))
  const cost = median(ratios)
  const posts = collector.posts()
  const rows: Row[] = [
    ['processor µs a message heard', 'slices', 'a quarter below', 'median', 'a quarter above'],
    ['floor: no traces', without.length, ...quartiles(without)],
    [`traced, ${percent(read('ratio'))}`, traced.length, ...quartiles(traced)],
    ['dearer, pair by pair, %', ratios.length, ...quartiles(ratios.map((ratio) => 100 * ratio))],
    ['requests to the collector', posts]
  ]
  const sentence = `${percent(cost)} dearer with traces of ${percent(read('ratio'))}, less than ${percent(read('cost'))}`
  const isHeld = cost < read('cost') && posts > 0
  answer(isJson, { claim: 'tracing', isHeld, cost, posts, without, traced }, { rows, sentence })
}
