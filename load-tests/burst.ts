/** The worst burst of a real year, 95 meldinger a second, and ten times that: each melding answered within seconds, none lost. */
import { availableParallelism } from 'node:os'
import { answer, bounded, percent, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { sumOf } from './measure/processes.ts'
import { meldingerIn, pacedBy, stagesOf } from './measure/stages.ts'
import { steadyCost } from './measure/steady.ts'
import { rateLine } from './measure/watch.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'bulk'
/** A stage has kept up when it answered so much of what it was asked for. */
const shareMin = 0.95

const options = readOptions('The rate, ten times the rate, and the rate again; the exchange must come back to rest.', {
  minutes: [2, 'each of the three'],
  rate: [95, 'meldinger a second: the burst of all medical messages in 2021'],
  times: [10, 'so many times that in the middle'],
  delay: [5, 'seconds within which 99 of 100 have their AppRec'],
  floor: [20_000, 'meldinger in the floor']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const [minutes, rate] = [read('minutes'), read('rate')]
  const stages = [1, read('times'), 1].map((times) => ({ perSecond: rate * times, seconds: minutes * 60 }))
  const plan = carePlan(meldingerIn(stages))
  const speed = pacedBy(stages, plan)
  const run = await runWorld({ plan, profile, speed, partitions: 16, signal: bounded(4 * minutes + 4) })
  say('now the floor')
  const floor = await floorRound({ profile, meldinger: read('floor'), bytes: run.meanBytes })
  const all = stagesOf(stages, speed.startedAt(), run)
  const hasKeptUp = all.every(
    ({ answered, perSecond, delay99 }) => answered >= shareMin * perSecond && delay99 <= read('delay') * 1_000
  )
  const isHeld = run.isExact && hasKeptUp
  // What a melding costs says why a rate is not kept up with: nothing but the processor holds it back.
  const [cores, cost] = [availableParallelism(), sumOf(steadyCost(run))]
  const carried = (cores * 1e6) / cost
  const others = (run.foreignPerMelding * run.report.books.sent) / (run.seconds * cores * 1e6)
  const rows: Row[] = [
    ['asked for, meldinger/s', ...all.map(({ perSecond }) => perSecond)],
    ['answered, meldinger/s', ...all.map(({ answered }) => answered)],
    ['waiting at its end', ...all.map(({ waiting }) => waiting)],
    ['AppRec after, median, ms', ...all.map(({ delay50 }) => Math.round(delay50))],
    ['AppRec after, 99 of 100, ms', ...all.map(({ delay99 }) => Math.round(delay99))],
    [`processor µs a melding; ${cores} cores carry, meldinger/s`, cost, carried],
    ['of the cores, others on the machine had', percent(others)],
    ['floor at full speed, meldinger/s', floor.perSecond]
  ]
  const result = {
    claim: 'burst',
    isHeld,
    isExact: run.isExact,
    stages: all,
    books: run.report.books,
    cost,
    carried,
    others,
    floor
  }
  const sentence = `${rate} a second and ${read('times')} times that for ${minutes} minutes each, books ${run.isExact ? 'exact' : 'NOT exact'}`
  const plots = [{ title: 'a burst', x: 'seconds', y: 'meldinger/s', lines: [rateLine(run.samples)] }]
  answer(isJson, result, { rows, sentence, plots })
}
