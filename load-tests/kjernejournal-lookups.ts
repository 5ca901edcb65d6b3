/** What a person's kjernejournal keeps, with 20 prescriptions: p99 at most 20 ms at 500 a second, with 1 000 000 prescriptions stored. */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { eventOf } from '@budstikka/cli'
import { createRng, type Landscape, type Rng } from '@budstikka/landscape'
import { kjernejournalQuestionSubject } from '@budstikka/service'
import { type Bus, openSqliteStore } from '@budstikka/transport'
import { dispensings } from './kjernejournal/dispensings.ts'
import { settleDisk } from './measure/settle-disk.ts'
import { claimSteadyLookUps, each, seed, type SteadyWorld, year } from './measure/steady-look-ups.ts'

const answerMs = 5_000
const dayMs = 24 * 60 * 60 * 1000
/** Soon after the dispensings. */
const today = Date.UTC(year, 1, 1)

const claim = 'kjernejournal-lookups'

await claimSteadyLookUps({
  claim,
  service: 'kjernejournal',
  description:
    'Look-ups of personnel over the bus, each logged on disk before it is answered, of what is kept here alone.',
  fill
})

async function fill({ dataDir, landscape, persons, signal, within }: SteadyWorld) {
  const rng = createRng(seed, claim)
  const patients = Array.from({ length: persons }, () => somebody(landscape, rng))
  const [first = ''] = patients
  const one = (tjeneste: string) => {
    const [party] = landscape.find(tjeneste)
    if (party === undefined) throw new Error(`expected a party of ${tjeneste}`)
    return party
  }
  const [kj, legevakt, formidler] = [one('8658-2'), one('8663-KA02'), one('8658-1')]
  const subject = kjernejournalQuestionSubject('journal', kj.herId, legevakt.herId)
  const resourcesOf = async (bus: Bus, patient: string) => {
    const answer = Buffer.from(await bus.ask(subject, questionOf(patient), answerMs))
    return { total: JSON.parse(answer.toString()).total as unknown, bytes: answer.length }
  }
  // One person's medicines come as they do in the world: M8.1 from Reseptformidleren.
  await within(async (bus) => {
    // A look-up shows three years back from the world's own time.
    await bus.publish([eventOf({ type: 'klokke', day: today / dayMs, at: today }, claim)], signal)
    await bus.publish(dispensings({ formidler, kj, patient: landscape.person(first), count: each }), signal)
    while ((await resourcesOf(bus, first)).total !== each + 1) await wait(100, undefined, { signal })
  })
  copyToAll(join(dataDir, 'kjernejournal', 'kjernejournal.sqlite'), first, patients)
  return async (bus: Bus) => {
    const { total, bytes } = await resourcesOf(bus, patients[Math.floor(rng() * patients.length)] ?? first)
    if (total !== each + 1) throw new Error(`expected ${each + 1} resources, got ${String(total)}`)
    return bytes
  }
}

/** All others are given the same journal, as the service itself has written it. */
function copyToAll(file: string, first: string, patients: readonly string[]): void {
  {
    using store = openSqliteStore(file, { profile: 'bulk' })
    const journals = store.table('journal')
    const kept = journals.get(first)
    if (kept === undefined) throw new Error('expected the journal that was filled')
    store.transaction(() => patients.forEach((patient) => journals.put(patient, kept, 0)))
  }
  settleDisk()
}

/** With a fødselsnummer: who has a D-number has no kjernejournal unless they ask for one. */
function somebody(landscape: Landscape, rng: Rng): string {
  for (;;) {
    const { id } = landscape.randomPerson(rng)
    if (id < '4') return id
  }
}

function questionOf(fodselsnummer: string): Uint8Array {
  return Buffer.from(
    JSON.stringify({ fodselsnummer, hprNummer: '0123456', rolle: 'LE', grunnlag: 'SAMTYKKE', kunEget: true })
  )
}
