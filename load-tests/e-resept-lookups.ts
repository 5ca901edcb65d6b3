/** A patient's 20 prescriptions, listed for a pharmacy (M9.1, M9.2): p99 at most 20 ms at 500 a second, with 1 000 000 stored. */
import { join } from 'node:path'
import { createRng } from '@budstikka/landscape'
import { derivedUuid, encodeMelding, enterpriseAddressOf, type Party, payloadOf } from '@budstikka/meldinger'
import { oppslagSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { copyToAll, prescribe, somebodies } from './e-resept/stored.ts'
import { claimSteadyLookUps, each, seed, type SteadyWorld, year } from './measure/steady-look-ups.ts'

const answerMs = 5_000
const from = Date.UTC(year, 10, 4, 9)
const askedAt = Date.UTC(year, 11, 2, 9)

await claimSteadyLookUps({
  claim: 'e-resept-lookups',
  service: 'e-resept',
  description: 'Look-ups of pharmacies over the bus, in the standard’s own XML.',
  fill
})

async function fill({ dataDir, landscape, persons, signal, within }: SteadyWorld) {
  const patients = somebodies(landscape, 'e-resept-lookups', persons)
  const [first = '', ...others] = patients
  const [[formidler], [apotek]] = [landscape.find('8658-1'), landscape.find('8664-FR')]
  if (formidler === undefined || apotek === undefined) throw new Error('expected Reseptformidleren and a pharmacy')
  await within((bus) => prescribe({ bus, landscape, formidler }, { patient: first, each, from }, signal))
  copyToAll(join(dataDir, 'e-resept', 'e-resept.sqlite'), first, others, signal)
  const subject = oppslagSubject(formidler.tjeneste, formidler.herId, apotek.herId, 'ERM91')
  const rng = createRng(seed, 'asked')
  let asked = 0
  return async (bus: Bus) => {
    const patient = patients[Math.floor(rng() * patients.length)] ?? first
    const answer = Buffer.from(await bus.ask(subject, questionOf(asked++, patient, { apotek, formidler }), answerMs))
    const listed = answer.toString().split('<ReseptId>').length - 1
    if (listed !== each) throw new Error(`expected ${each} prescriptions, got ${listed}`)
    return answer.length
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
