/** A person's whole kjernejournal, with 20 prescriptions: p99 at most 20 ms at 500 a second, with 1 000 000 prescriptions stored. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { connectBus, startWorld } from '@budstikka/cli'
import { createLandscape, createRng, type Landscape, type Rng } from '@budstikka/landscape'
import { kjernejournalQuestionSubject } from '@budstikka/service'
import { openSqliteStore } from '@budstikka/transport'
import { askByTheClock } from './measure/ask-by-the-clock.ts'
import { dispensings } from './kjernejournal/dispensings.ts'
import { answerLatencies } from './measure/answer-latencies.ts'
import { bounded, readOptions } from './measure/claim.ts'
import { memoryOf } from './measure/processes.ts'
import { settleDisk } from './measure/settle-disk.ts'

const minutesMax = 5
const each = 20
const [year, seed, profile] = [2019, '1', 'durable'] as const
const answerMs = 5_000

const options = readOptions('Look-ups of personnel over the bus, each logged on disk before it is answered.', {
  prescriptions: [1_000_000, 'stored'],
  rate: [500, 'look-ups a second, told by the clock and not by the answers'],
  seconds: [20, 'of asking'],
  p99: [20, 'milliseconds claimed']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-kjernejournal-'))
  const size = { municipalities: 5 }
  const landscape = createLandscape({ year, seed, size })
  const rng = createRng(seed, 'kjernejournal-lookups')
  const patients = Array.from({ length: Math.ceil(read('prescriptions') / each) }, () => somebody(landscape, rng))
  const env = { ...process.env, LANDSCAPE_SIZE: JSON.stringify(size) }
  const host = { env, execPath: process.execPath, pid: process.pid, stderr: process.stderr, signal }
  const world = () =>
    startWorld({ host, year, seed, profile, dataDir, tell: (text) => void process.stderr.write(`${text}\n`) })
  const one = (tjeneste: string) => {
    const [party] = landscape.find(tjeneste)
    if (party === undefined) throw new Error(`expected a party of ${tjeneste}`)
    return party
  }
  const [kj, legevakt, formidler] = [one('8658-2'), one('8663-KA02'), one('8658-1')]
  const subject = kjernejournalQuestionSubject('journal', kj.herId, legevakt.herId)
  try {
    const [first = ''] = patients
    await fill()
    copyToAll(first)
    await using up = await world()
    await using bus = await connectBus(host, [up.natsUrl], profile)
    const megabytes = () => memoryOf(up.pids()['kjernejournal'] ?? 0).resident
    const ask = async (fodselsnummer: string) =>
      JSON.parse(Buffer.from(await bus.ask(subject, questionOf(fodselsnummer), answerMs)).toString())
    const askOne = async () => {
      const { total } = await ask(patients[Math.floor(rng() * patients.length)] ?? first)
      if (total !== each + 1) throw new Error(`expected ${each + 1} resources, got ${String(total)}`)
    }
    for (let warm = 0; warm < read('rate'); warm++) await askOne()
    const [before, latencies] = [megabytes(), await askByTheClock(askOne, read('rate'), read('rate') * read('seconds'))]
    const measured = { stored: patients.length * each, latencies, megabytes: [before, megabytes()] as const }
    answerLatencies(isJson, 'kjernejournal-lookups', measured, { p99: read('p99'), rate: read('rate') })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }

  /** One person's medicines come as they do in the world: M8.1 from Reseptformidleren. */
  async function fill(): Promise<void> {
    await using up = await world()
    await using bus = await connectBus(host, [up.natsUrl], profile)
    const [first = ''] = patients
    await bus.publish(dispensings({ formidler, kj, patient: landscape.person(first), count: each }), signal)
    for (;;) {
      const bundle = JSON.parse(Buffer.from(await bus.ask(subject, questionOf(first), answerMs)).toString())
      if (bundle.total === each + 1) return
      signal.throwIfAborted()
      await wait(100)
    }
  }

  /** All others are given the same journal, as the service itself has written it. */
  function copyToAll(first: string): void {
    {
      using store = openSqliteStore(join(dataDir, 'kjernejournal', 'kjernejournal.sqlite'), { profile: 'bulk' })
      const journals = store.table('journal')
      const kept = journals.get(first)
      if (kept === undefined) throw new Error('expected the journal that was filled')
      store.transaction(() => patients.forEach((patient) => journals.put(patient, kept, 0)))
    }
    settleDisk()
  }
}

/** With a fødselsnummer: who has a D-number has no kjernejournal unless they ask for one. */
function somebody(landscape: Landscape, rng: Rng): string {
  for (;;) {
    const { id } = landscape.randomPerson(rng)
    if (id < '4') return id
  }
}

function questionOf(fodselsnummer: string): Uint8Array {
  return Buffer.from(JSON.stringify({ fodselsnummer, hprNummer: '0123456', rolle: 'LE', grunnlag: 'SAMTYKKE' }))
}
