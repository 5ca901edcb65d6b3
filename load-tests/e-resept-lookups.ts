/** A patient's 20 prescriptions, listed for a pharmacy (M9.1, M9.2): p99 at most 20 ms at 500 a second, with 1 000 000 stored. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectBus, startWorld } from '@budstikka/cli'
import { createLandscape, createRng } from '@budstikka/landscape'
import { derivedUuid, encodeMelding, enterpriseAddressOf, type Party, payloadOf } from '@budstikka/meldinger'
import { oppslagSubject } from '@budstikka/service'
import { copyToAll, prescribe, somebodies } from './e-resept/stored.ts'
import { answerLatencies } from './measure/answer-latencies.ts'
import { askByTheClock } from './measure/ask-by-the-clock.ts'
import { bounded, readOptions } from './measure/claim.ts'
import { memoryOf } from './measure/processes.ts'

const minutesMax = 5
const each = 20
const [year, seed, profile] = [2019, '1', 'durable'] as const
const answerMs = 5_000
const from = Date.UTC(year, 10, 4, 9)
const askedAt = Date.UTC(year, 11, 2, 9)

const options = readOptions('Look-ups of pharmacies over the bus, in the standard’s own XML.', {
  prescriptions: [1_000_000, 'stored'],
  rate: [500, 'look-ups a second, told by the clock and not by the answers'],
  seconds: [20, 'of asking'],
  p99: [20, 'milliseconds claimed']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-e-resept-'))
  const size = { municipalities: 5 }
  const landscape = createLandscape({ year, seed, size })
  const patients = somebodies(landscape, 'e-resept-lookups', Math.ceil(read('prescriptions') / each))
  const [first = '', ...others] = patients
  const env = { ...process.env, LANDSCAPE_SIZE: JSON.stringify(size) }
  const host = { env, execPath: process.execPath, pid: process.pid, stderr: process.stderr, signal }
  const world = () =>
    startWorld({ host, year, seed, profile, dataDir, tell: (text) => void process.stderr.write(`${text}\n`) })
  const [[formidler], [apotek]] = [landscape.find('8658-1'), landscape.find('8664-FR')]
  if (formidler === undefined || apotek === undefined) throw new Error('expected Reseptformidleren and a pharmacy')
  try {
    {
      await using up = await world()
      await using bus = await connectBus(host, [up.natsUrl], profile)
      await prescribe({ bus, landscape, formidler }, { patient: first, each, from }, signal)
    }
    copyToAll(join(dataDir, 'e-resept', 'e-resept.sqlite'), first, others, signal)
    await using up = await world()
    await using bus = await connectBus(host, [up.natsUrl], profile)
    const subject = oppslagSubject(formidler.tjeneste, formidler.herId, apotek.herId, 'ERM91')
    const rng = createRng(seed, 'asked')
    let asked = 0
    const askOne = async () => {
      const patient = patients[Math.floor(rng() * patients.length)] ?? first
      const answer = Buffer.from(await bus.ask(subject, questionOf(asked++, patient, { apotek, formidler }), answerMs))
      const listed = answer.toString().split('<ReseptId>').length - 1
      if (listed !== each) throw new Error(`expected ${each} prescriptions, got ${listed}`)
    }
    for (let warm = 0; warm < read('rate'); warm++) await askOne()
    const megabytes = () => memoryOf(up.pids()['e-resept'] ?? 0).resident
    const [before, latencies] = [megabytes(), await askByTheClock(askOne, read('rate'), read('rate') * read('seconds'))]
    const measured = { stored: patients.length * each, latencies, megabytes: [before, megabytes()] as const }
    answerLatencies(isJson, 'e-resept-lookups', measured, { p99: read('p99'), rate: read('rate') })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** M9.1 as a pharmacy asks. */
function questionOf(number: number, Fnr: string, { apotek, formidler }: { apotek: Party; formidler: Party }) {
  const nei = { V: '2', DN: 'Nei' }
  const payload = payloadOf('M9.1', {
    Fnr,
    AlleResepter: nei,
    AnsattId: '990000000',
    InkluderVergeinnsynsreservasjon: nei
  })
  const envelope = {
    type: 'ERM91',
    msgId: derivedUuid(askedAt, 'M9.1', String(number)),
    genDate: new Date(askedAt).toISOString(),
    sender: enterpriseAddressOf(apotek),
    receiver: enterpriseAddressOf(formidler),
    copies: []
  }
  return Buffer.from(encodeMelding({ envelope, payload, attachments: [] }))
}
