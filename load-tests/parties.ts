/** A melding costs less than 10 % more among 10 000 parties than among 100. */
import { answer, bounded, median, readOptions, say } from './measure/claim.ts'
import { sumOf } from './measure/processes.ts'
import { runWorld, type WorldRun } from './measure/world-run.ts'

/** One municipality with a single GP office; and the hundred most populous with theirs: 107 and 10 066 parties in 2019. */
const few = { municipalities: 1, gpLists: 1, gpOffices: 1, pharmacies: 1 }
const many = { municipalities: 100 }

const minutesMax = 20

const options = readOptions('Processor time a melding, all processes together, among few parties and among many.', {
  meldinger: [50_000, 'meldinger in each run, at least'],
  rounds: [3, 'rounds of few and many in turn; the median counts'],
  growth: [0.1, 'claimed, as a share']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const runs: { readonly few: WorldRun; readonly many: WorldRun }[] = []
  while (runs.length < read('rounds')) {
    const run = { few: await measure(few), many: await measure(many) }
    runs.push(run)
  }
  const costs = runs.map((run) => ({ few: sumOf(run.few.cpuPerMelding), many: sumOf(run.many.cpuPerMelding) }))
  const growth = median(costs.map((cost) => cost.many / cost.few - 1))
  const isExact = runs.every((run) => run.few.isExact && run.many.isExact)
  const isHeld = isExact && growth < read('growth')
  const rows = [
    ['processor µs a melding', ...runs.map((_, at) => `round ${at + 1}`)],
    [`among ${runs[0]?.few.parties} parties`, ...costs.map((cost) => Math.round(cost.few))],
    [`among ${runs[0]?.many.parties} parties`, ...costs.map((cost) => Math.round(cost.many))],
    ['growth %', ...costs.map((cost) => (100 * (cost.many / cost.few - 1)).toFixed(1))]
  ]
  const byProcess = runs.map((run) => ({ few: run.few.cpuPerMelding, many: run.many.cpuPerMelding }))
  const sentence = `${(100 * growth).toFixed(1)} % dearer, less than ${100 * read('growth')} %, books ${isExact ? 'exact' : 'NOT exact'}`
  answer(isJson, { claim: 'parties', isHeld, growth, isExact, byProcess }, { rows, sentence })

  async function measure(size: Readonly<Record<string, number>>): Promise<WorldRun> {
    const run = await runWorld({ meldinger: read('meldinger'), profile: 'bulk', size, signal })
    say(`among ${run.parties} parties: ${sumOf(run.cpuPerMelding).toFixed(0)} µs a melding`)
    return run
  }
}
