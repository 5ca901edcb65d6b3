/** A published year, at any scale and speed, comes out as it was published: every row equal, nothing lost, nothing twice. */
import { planRun } from '@budstikka/cli'
import { allEqual } from '@budstikka/landscape'
import { answer, bounded, percent, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { rateLine } from './measure/watch.ts'
import { runWorld } from './measure/world-run.ts'

const profile = 'bulk'
/** Faster than any machine: the replay never waits. */
const atOnce = 1e9

const options = readOptions('A year of the plan, every system that somebody here sends, then the books.', {
  year: [2019, 'of the plan, 2018 to 2021'],
  scale: [1_000, 'one melding stands for so many'],
  speed: [atOnce, 'times real time; as fast as it goes where that is faster'],
  minutes: [30, 'that it may take'],
  floor: [20_000, 'meldinger in the floor']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const plan = planRun({ year: read('year'), scale: read('scale') })
  const run = await runWorld({ plan, profile, speed: read('speed'), signal: bounded(read('minutes')) })
  const { report, perSecond, seconds, meanBytes, isExact } = run
  say(`world: ${perSecond.toFixed(0)}/s; now the floor`)
  const floor = await floorRound({ profile, meldinger: read('floor'), bytes: meanBytes })
  const { books, rows: published } = report
  const isHeld = isExact && allEqual(report) && books.lost === 0 && books.duplicated === 0
  const rows: Row[] = [
    ['year, at scale', plan.year, `1:${plan.scale}`],
    ['rows of the plan, and equal', published.length, published.filter(({ equal }) => equal).length],
    ['sent, and planned', books.sent, plan.planned],
    ['lost, and duplicated', books.lost, books.duplicated],
    ['seconds', seconds],
    ['end to end, meldinger/s', perSecond],
    ['floor, meldinger/s, and share of it', floor.perSecond, percent(perSecond / floor.perSecond)]
  ]
  const result = {
    claim: 'year',
    isHeld,
    year: plan.year,
    scale: plan.scale,
    perSecond,
    seconds,
    books,
    floor,
    hash: report.hash
  }
  const sentence = `${plan.year} at 1:${plan.scale}: ${books.sent} meldinger, books ${isExact ? 'exact' : 'NOT exact'}`
  const plots = [
    { title: `${plan.year} at 1:${plan.scale}`, x: 'seconds', y: 'meldinger/s', lines: [rateLine(run.samples)] }
  ]
  answer(isJson, result, { rows, sentence, plots })
}
