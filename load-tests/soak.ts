/** No service holds more than 150 MB after 1 000 000 meldinger, nor 10 % more than it did at the 100 000th. */
import { services } from '@budstikka/cli'
import { answer, bounded, median, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import type { Memory } from './measure/processes.ts'
import { firstAt, type Sample } from './measure/watch.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'bulk'
/** Memory moves with every collection of garbage: what counts is the middle of the samples around a number. */
const around = 0.1

const options = readOptions('Memory of every service, at an early melding and at the last, over NATS at full speed.', {
  meldinger: [1_000_000, 'meldinger, at least'],
  first: [100_000, 'the melding at which memory is read first'],
  megabytes: [150, 'claimed for each service, resident'],
  growth: [0.1, 'claimed for each service, as a share'],
  minutes: [30, 'that it may take'],
  floor: [100_000, 'meldinger in the floor']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const [meldinger, first, mostMegabytes, mostGrowth] = [
    read('meldinger'),
    read('first'),
    read('megabytes'),
    read('growth')
  ]
  if (first > meldinger / 2) throw new Error(`expected --first to be at most half of ${meldinger}, got ${first}`)
  const { report, samples, isExact, perSecond, meanBytes } = await runWorld({
    plan: carePlan(meldinger),
    profile,
    signal: bounded(read('minutes'))
  })
  const { sent } = report.books
  say('now the floor')
  const floor = await floorRound({ profile, meldinger: read('floor'), bytes: meanBytes })
  const at = (name: string, kind: keyof Memory, from: number, to: number) =>
    median(samples.filter((one) => one.sent >= from && one.sent <= to).map(({ memory }) => memory[name]?.[kind] ?? NaN))
  const figures = services.map((name) => {
    const early = at(name, 'resident', first * (1 - around), first * (1 + around))
    const last = at(name, 'resident', sent * (1 - around), sent)
    const [own, files] = [at(name, 'own', sent * (1 - around), sent), at(name, 'files', sent * (1 - around), sent)]
    return { name, early, last, growth: last / early - 1, own, files }
  })
  const isHeld = isExact && figures.every(({ last, growth }) => last <= mostMegabytes && growth <= mostGrowth)
  const rows: Row[] = [
    ['resident MB', `at ${first}`, `at ${sent}`, 'growth %', 'of it its own', 'pages of files'],
    ...figures.map(({ name, early, last, growth, own, files }): Row => {
      return [name, early, last, `${(100 * growth).toFixed(1)}`, own, files]
    }),
    [`floor: a service that only carries, at ${read('floor')}`, '', floor.megabytes],
    ['meldinger/s, and those of the floor', perSecond, floor.perSecond]
  ]
  const sentence = `every service within ${mostMegabytes} MB and ${100 * mostGrowth} % of growth`
  const plots = [
    { title: 'memory', x: 'seconds', y: 'resident MB', lines: services.map((name) => lineOf(name, samples)) }
  ]
  answer(isJson, { claim: 'soak', isHeld, isExact, sent, perSecond, figures, floor }, { rows, sentence, plots })
}

/** A point for each second or so. */
function lineOf(name: string, samples: readonly Sample[]) {
  const every = Math.max(4, Math.floor(samples.length / 300))
  const shown = samples.filter((_, index) => index % every === 0)
  const seconds = (one: Sample) => (one.at - firstAt(samples)) / 1_000
  return { name, points: shown.map((one) => [seconds(one), one.memory[name]?.resident ?? 0] as const) }
}
