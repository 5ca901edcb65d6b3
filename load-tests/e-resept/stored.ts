/** A Reseptformidler that holds many prescriptions: one patient's are written by it itself, and all others are copies of them. */
import { setTimeout as wait } from 'node:timers/promises'
import { createRng, Hendelse, type Landscape, meldingOf } from '@budstikka/landscape'
import { derivedUuid, type Party } from '@budstikka/meldinger'
import { ereseptSubjects } from '@budstikka/service'
import { type Bus, openSqliteStore, type Store } from '@budstikka/transport'
import { bar } from '../measure/bar.ts'
import { messageOf } from '../measure/message-of.ts'
import { settleDisk } from '../measure/settle-disk.ts'

const dayMs = 86_400_000
const answerMs = 5_000
const pollMs = 50
/** Rows in a transaction: some 60 MB. */
const rowsAtOnce = 50_000

export type Written = { readonly bus: Bus; readonly landscape: Landscape; readonly formidler: Party }
export type Prescriptions = {
  readonly patient: string
  /** How many. */ readonly each: number
  /** When the first is written, milliseconds since 1970; each later one comes a day after. */ readonly from: number
}

/** Prescriptions that a GP writes for one patient, sent as they are in the world; resolves when they can be dispensed. */
export async function prescribe(
  { bus, landscape, formidler }: Written,
  { patient, each, from }: Prescriptions,
  signal: AbortSignal
): Promise<void> {
  const { fastlege } = landscape.person(patient)
  const meldinger = Array.from({ length: each }, (_, number) => {
    const at = from + number * dayMs
    const about = { patient, at, actor: fastlege, counterpart: formidler.herId, meldingType: 'ERM1', detail: 'x3' }
    const hendelse = Hendelse.parse({ id: `prescription ${number}`, ...about })
    return messageOf(meldingOf(hendelse, { register: landscape, person: landscape.person }), fastlege, formidler)
  })
  await bus.publish(meldinger, signal)
  const question = Buffer.from(JSON.stringify({ id: patient }))
  for (;;) {
    const { resepter } = JSON.parse(Buffer.from(await bus.ask(ereseptSubjects.vis, question, answerMs)).toString())
    if (resepter.length === each) return
    await wait(pollMs, undefined, { signal })
  }
}

/**
 * Gives everybody the prescriptions of `like`, each with an id of its own, in the file of a service that is down. Their M1s are not
 * copied: they stand in a table of their own, which neither a list nor the next prescription reads. They are written day by day, as they
 * would have come, and by rising id within a day: every tree grows at its end, while a patient's prescriptions lie apart.
 */
export function copyToAll(file: string, like: string, patients: Iterable<string>, signal: AbortSignal): void {
  {
    using store = openSqliteStore(file, { profile: 'bulk' })
    copyInto(store, like, [...patients], signal)
  }
  settleDisk()
}

function copyInto(store: Store, like: string, others: readonly string[], signal: AbortSignal): void {
  const [resepter, pasienter] = [store.table('resepter'), store.table('pasienter')]
  const kept = pasienter.get(like)
  if (kept === undefined) throw new Error('expected the patient whose prescriptions are copied')
  // The rim: both are as the service wrote them.
  const { resepter: ids } = JSON.parse(kept) as { resepter: readonly string[] }
  const rows = ids.map((id) => {
    const text = resepter.get(id) ?? ''
    const { forskrevet, utloper } = JSON.parse(text) as { forskrevet: number; utloper: number }
    return { id, text, forskrevet, utloper }
  })
  // What was sent in that world, and what was published and is forgotten with the next batch, is none of the next one's.
  store.transaction(() => {
    store.outbox.markPublished(Number.MAX_SAFE_INTEGER)
    store.table('totals').delete('sent')
  })
  const copyOf = (forskrevet: number, patient: string, id: string) => derivedUuid(forskrevet, 'copied', patient, id)
  const show = bar('prescriptions stored', others.length * ids.length)
  rows.forEach(({ id, text, forskrevet, utloper }, nth) => {
    const copies = others.map((patient) => ({ patient, copied: copyOf(forskrevet, patient, id) })).sort(byId)
    inBatches(copies, (batch, done) => {
      for (const { patient, copied } of batch)
        resepter.put(copied, text.replaceAll(id, copied).replaceAll(like, patient), utloper)
      show(nth * others.length + done)
    })
  })
  inBatches(others.toSorted(), (batch) => {
    for (const patient of batch) {
      const listed = rows.reduce((text, { id, forskrevet }) => text.replace(id, copyOf(forskrevet, patient, id)), kept)
      pasienter.put(patient, listed, rows.at(-1)?.forskrevet ?? 0)
    }
  })

  function inBatches<Row>(all: readonly Row[], write: (batch: readonly Row[], done: number) => void): void {
    for (let from = 0; from < all.length; from += rowsAtOnce) {
      signal.throwIfAborted()
      const until = Math.min(all.length, from + rowsAtOnce)
      store.transaction(() => write(all.slice(from, until), until))
    }
  }
}

const byId = (one: { readonly copied: string }, other: { readonly copied: string }) =>
  one.copied < other.copied ? -1 : 1

/** So many different persons, the same for the same seed. */
export function somebodies(landscape: Landscape, seed: string, count: number): readonly string[] {
  const rng = createRng(seed, 'patients')
  const all = new Set<string>()
  while (all.size < count) all.add(landscape.randomPerson(rng).id)
  return [...all]
}
