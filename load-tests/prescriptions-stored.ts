/** Reseptformidleren is no slower a melding with 10 000 000 prescriptions stored than with 10 000, within 20 %. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectBus, startWorld } from '@budstikka/cli'
import { createLandscape } from '@budstikka/landscape'
import { copyToAll, prescribe, somebodies } from './e-resept/stored.ts'
import { answer, bounded, percent, readOptions, type Row, say } from './measure/claim.ts'
import { steadyCost } from './measure/steady.ts'
import { prescriptionPlan, runWorld } from './measure/world-run.ts'
import { sampleAt } from './measure/watch.ts'

const minutesMax = 15
const each = 20
const [year, seed, profile] = [2019, '1', 'bulk'] as const
/** Before the month that is played, and not expired in it. */
const from = Date.UTC(year, 10, 4, 9)

const options = readOptions('December’s prescriptions and dispensings, played into stores of two sizes.', {
  small: [10_000, 'prescriptions stored at first'],
  large: [10_000_000, 'prescriptions stored then'],
  meldinger: [30_000, 'meldinger played into each, at least'],
  growth: [0.2, 'share by which a melding may cost more'],
  rounds: [1, 'rounds of both']
})
if (options) await claim(options)

type Measured = {
  readonly stored: number
  /** Processor time of Reseptformidleren in µs a melding of the world, once it runs warm. */
  readonly micros: number
  readonly perSecond: number
  readonly megabytes: number
  readonly isExact: boolean
}

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const all: Measured[] = []
  for (let round = 0; round < read('rounds'); round++)
    for (const stored of [read('small'), read('large')]) {
      all.push(await measure(stored, read('meldinger'), signal))
      say(`${stored} stored: ${all.at(-1)?.micros.toFixed(0)} µs of e-resept a melding`)
    }
  const meanOf = (stored: number) => {
    const of = all.filter((one) => one.stored === stored)
    return of.reduce((sum, { micros }) => sum + micros, 0) / of.length
  }
  const growth = meanOf(read('large')) / meanOf(read('small')) - 1
  const isHeld = growth <= read('growth') && all.every(({ isExact }) => isExact)
  const rows: Row[] = [
    ['prescriptions stored', ...all.map(({ stored }) => stored)],
    ['e-resept, processor µs a melding', ...all.map(({ micros }) => Math.round(micros))],
    ['meldinger/s of the whole world', ...all.map(({ perSecond }) => Math.round(perSecond))],
    ['e-resept, resident MB', ...all.map(({ megabytes }) => megabytes)],
    ['books exact', ...all.map(({ isExact }) => (isExact ? 'yes' : 'NO'))]
  ]
  const sentence = `${percent(growth)} more a melding, at most ${percent(read('growth'))}`
  answer(isJson, { claim: 'prescriptions-stored', isHeld, growth, measured: all }, { rows, sentence })
}

async function measure(stored: number, meldinger: number, signal: AbortSignal): Promise<Measured> {
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-stored-'))
  try {
    await fill(dataDir, stored, signal)
    const run = await runWorld({ plan: prescriptionPlan(meldinger), profile, dataDir, signal })
    const { perSecond, isExact, samples } = run
    const megabytes = sampleAt(samples, Infinity).memory['e-resept']?.resident ?? NaN
    return { stored, micros: steadyCost(run)['e-resept'] ?? NaN, perSecond, megabytes, isExact }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** In a world of its own, of which only the file of Reseptformidleren is kept. */
async function fill(dataDir: string, stored: number, signal: AbortSignal): Promise<void> {
  const filling = join(dataDir, 'filling')
  const { env, execPath, pid, stderr } = process
  const host = { env, execPath, pid, stderr, signal }
  const landscape = createLandscape({ year, seed })
  const [formidler] = landscape.find('8658-1')
  if (formidler === undefined) throw new Error('expected Reseptformidleren in the landscape')
  const [first = '', ...others] = somebodies(landscape, 'prescriptions-stored', Math.ceil(stored / each))
  {
    const tell = (text: string) => void stderr.write(`${text}\n`)
    await using world = await startWorld({ host, year, seed, profile, dataDir: filling, tell })
    await using bus = await connectBus(host, [world.natsUrl], profile)
    await prescribe({ bus, landscape, formidler }, { patient: first, each, from }, signal)
  }
  const [kept, file] = [join(filling, 'e-resept'), join(dataDir, 'e-resept')]
  renameSync(kept, file)
  rmSync(filling, { recursive: true, force: true })
  copyToAll(join(file, 'e-resept.sqlite'), first, others, signal)
}
