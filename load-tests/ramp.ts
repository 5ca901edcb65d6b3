/** The rate rises until the exchange no longer keeps up: that knee is printed, and beyond it nothing is lost either. */
import { answer, bounded, percent, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { meldingerIn, pacedBy, type StageRun, stagesOf } from './measure/stages.ts'
import { rateLine } from './measure/watch.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'bulk'
const minutesMax = 10
/** A stage keeps up when it answers so much of what is asked for, and owes no more than a second of it. */
const shareMin = 0.95

const options = readOptions('Stages of rising rates; the knee is the last one that keeps up.', {
  from: [250, 'meldinger a second at first'],
  to: [4_000, 'at last'],
  times: [1.41, 'each stage so many times the one before'],
  seconds: [5, 'each stage'],
  floor: [20_000, 'meldinger in the floor']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const stages = []
  for (let perSecond = read('from'); perSecond <= read('to'); perSecond *= Math.max(1.05, read('times')))
    stages.push({ perSecond, seconds: read('seconds') })
  const plan = carePlan(meldingerIn(stages))
  const speed = pacedBy(stages, plan)
  const run = await runWorld({ plan, profile, speed, partitions: 8, signal: bounded(minutesMax) })
  say('now the floor')
  const floor = await floorRound({ profile, meldinger: read('floor'), bytes: run.meanBytes })
  const all = stagesOf(stages, speed.startedAt(), run)
  const knee = kneeOf(all)
  const rows: Row[] = [
    ['asked for/s', 'answered/s', 'waiting', 'AppRec after, ms, median', '99 of 100'],
    ...all.map((one): Row => [`${Math.round(one.perSecond)}`, one.answered, one.waiting, one.delay50, one.delay99])
  ]
  const result = {
    claim: 'ramp',
    isHeld: run.isExact && knee !== undefined,
    knee,
    stages: all,
    books: run.report.books,
    floor
  }
  const share = percent((knee?.perSecond ?? 0) / floor.perSecond)
  const sentence = `the knee is at ${Math.round(knee?.perSecond ?? 0)} a second, ${share} of the floor of ${Math.round(floor.perSecond)}; beyond it the books are ${run.isExact ? 'exact' : 'NOT exact'}`
  const answered = { name: 'answered/s', points: all.map((one) => [one.perSecond, one.answered] as const) }
  const delays = all.filter(({ delay99 }) => !Number.isNaN(delay99))
  const plots = [
    { title: 'to the knee', x: 'asked for, meldinger/s', y: 'meldinger/s', lines: [answered] },
    {
      title: 'how long an AppRec takes',
      x: 'asked for, meldinger/s',
      y: 'ms',
      logarithmic: 'both' as const,
      lines: [
        { name: 'median', points: delays.map((one) => [one.perSecond, one.delay50] as const) },
        { name: '99 of 100', points: delays.map((one) => [one.perSecond, one.delay99] as const) }
      ]
    },
    { title: 'the run', x: 'seconds', y: 'meldinger/s', lines: [rateLine(run.samples)] }
  ]
  answer(isJson, result, { rows, sentence, plots })
}

/** The last stage before the first that does not keep up; undefined when none does. */
function kneeOf(stages: readonly StageRun[]): StageRun | undefined {
  const isBehind = ({ answered, perSecond, waiting }: StageRun) =>
    answered < shareMin * perSecond || waiting > perSecond
  const first = stages.findIndex(isBehind)
  return first === -1 ? stages.at(-1) : stages[first - 1]
}
