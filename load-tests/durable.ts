/** In profile durable, 200 meldinger a second and more are sent, answered by an AppRec and counted, for ten minutes on end. */
import { answer, bounded, readOptions, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { rateLine } from './measure/watch.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'durable'
const yearSeconds = 365 * 24 * 60 * 60
const floorMeldinger = 2_000

const options = readOptions('A year, paced so that it takes the given minutes, on disk before it is acknowledged.', {
  minutes: [10, 'how long'],
  pace: [250, 'meldinger a second that are asked for'],
  rate: [200, 'meldinger a second that are claimed']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const [minutes, pace, rateMin] = [read('minutes'), read('pace'), read('rate')]
  const signal = bounded(2 * minutes + 3)
  const wanted = { plan: carePlan(pace * minutes * 60), speed: yearSeconds / (minutes * 60), profile, signal } as const
  const { perSecond, seconds, report, isExact, meanBytes, samples } = await runWorld(wanted)
  say(`world: ${perSecond.toFixed(0)}/s; now the floor`)
  const floor = await floorRound({ profile, meldinger: floorMeldinger, bytes: meanBytes })
  const isHeld = isExact && perSecond >= rateMin
  const { sent, lost, duplicated } = report.books
  const rows = [
    ['asked for, meldinger/s', pace],
    ['sent, answered and counted, meldinger/s', Math.round(perSecond)],
    ['meldinger', sent],
    ['seconds', Math.round(seconds)],
    ['lost', lost],
    ['duplicated', duplicated],
    ['floor in the same profile, at full speed, meldinger/s', Math.round(floor.perSecond)]
  ]
  const result = { claim: 'durable', isHeld, perSecond, rateMin, seconds, isExact, books: report.books, floor }
  const sentence = `${perSecond.toFixed(0)} a second for ${(seconds / 60).toFixed(1)} minutes, at least ${rateMin}, books ${isExact ? 'exact' : 'NOT exact'}`
  const plots = [
    { title: 'on disk before it is acknowledged', x: 'seconds', y: 'meldinger/s', lines: [rateLine(samples)] }
  ]
  answer(isJson, result, { rows, sentence, plots })
}
