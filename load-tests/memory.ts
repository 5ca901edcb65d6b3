/** No service holds more than 150 MB after 1 000 000 meldinger, nor 10 % more than it did at the 100 000th. */
import { setTimeout as wait } from 'node:timers/promises'
import { look, senders, services } from '@budstikka/cli'
import { answer, bounded, median, readOptions, type Row, say } from './measure/claim.ts'
import { type ByProcess, ofEach, residentMegabytes } from './measure/processes.ts'
import { runWorld } from './measure/world-run.ts'

type Sample = { readonly sent: number; readonly megabytes: ByProcess }

const minutesMax = 30
const everyMs = 250
/** Memory moves with every collection of garbage: what counts is the middle of the samples around a number. */
const around = 0.1

const options = readOptions('Resident memory of every service, at an early melding and at the last.', {
  meldinger: [1_000_000, 'meldinger, at least'],
  first: [100_000, 'the melding at which memory is read first'],
  megabytes: [150, 'claimed for each service'],
  growth: [0.1, 'claimed for each service, as a share']
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
  const samples: Sample[] = []
  const run = await runWorld({
    meldinger,
    profile: 'bulk',
    signal: bounded(minutesMax),
    onStart: (world, bus, during) => void sample(world, bus, during).catch((error) => say(String(error)))
  })
  const { sent } = run.report.books
  const at = (name: string, from: number, to: number) =>
    median(samples.filter((one) => one.sent >= from && one.sent <= to).map(({ megabytes }) => megabytes[name] ?? NaN))
  const figures = services.map((name) => {
    const early = at(name, first * (1 - around), first * (1 + around))
    const last = at(name, sent * (1 - around), sent)
    return { name, early, last, growth: last / early - 1, most: at(name, 0, sent) }
  })
  const isHeld = run.isExact && figures.every(({ last, growth }) => last <= mostMegabytes && growth <= mostGrowth)
  const rows: Row[] = [
    ['resident MB', `at ${first}`, `at ${sent}`, 'growth %'],
    ...figures.map(({ name, early, last, growth }): Row => [name, early, last, `${(100 * growth).toFixed(1)}`])
  ]
  const sentence = `every service within ${mostMegabytes} MB and ${100 * mostGrowth} % of growth`
  answer(isJson, { claim: 'memory', isHeld, isExact: run.isExact, sent, figures }, { rows, sentence })

  async function sample(...[world, bus, during]: Parameters<NonNullable<Parameters<typeof runWorld>[0]['onStart']>>) {
    while (!during.aborted) {
      const { totals, waiting } = await look(bus, senders)
      // Every answered melding has one receipt among the totals.
      samples.push({ sent: (totals.meldinger + waiting) / 2, megabytes: ofEach(world.pids(), residentMegabytes) })
      await wait(everyMs, undefined, { signal: during }).catch(() => undefined)
    }
  }
}
