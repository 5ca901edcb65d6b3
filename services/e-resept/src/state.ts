/** What Reseptformidleren remembers, in tables of its own: by prescription, by patient and by reference number. */
import type { Incoming, Memory, NyttNummer } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { soughtBy } from './about.ts'
import { initialPasient, legemidlerMs, type Pasient } from './pasient.ts'
import { openPasienter } from './pasient-memory.ts'
import { foundBy } from './nodsok.ts'
import { openMultidose } from './multidose-memory.ts'
import { pasientIn } from './person.ts'
import { openRefNumre, type Tildeling } from './refnr-memory.ts'
import type { RefNrStanding } from './refnr.ts'
import { type Documents, openResepter } from './resept-memory.ts'
import type { Resept } from './resept.ts'

/** What one melding is about, as it stands. */
export type State = {
  /** The prescription that is named. */
  readonly resept?: Resept
  /** Its M1, as XML. */
  readonly m1?: string
  /** The patient: the prescription's, else the one that the melding names. */
  readonly pasientId?: string
  readonly pasient: Pasient
  /** The patient's prescriptions, and those of the reference numbers that are asked for. */
  readonly liste: readonly Resept[]
  /** The M1s of the list, as XML, by ReseptId. */
  readonly m1er?: Documents
  /** The prescription's M10s that are not annulled, as XML, by MsgId. */
  readonly m10er?: Documents
  /** The M10 at hand, to be kept. */
  readonly m10?: { readonly id: string; readonly xml: string }
  /** The patient's last M25.1, M25.2 and M25.3, as XML. */
  readonly liber?: readonly string[]
  /** The one at hand, to be kept. */
  readonly lib?: { readonly name: LibName; readonly xml: string }
  /** A multidose pharmacy (HER-id) is to know that this patient has changed, or is no longer its. */
  readonly multidoseendring?: { readonly apotek: string; readonly isStill: boolean }
  /** Person numbers of those that have changed since the pharmacy asks. */
  readonly endrede?: readonly string[]
  /** What is known of the reference number that a prescription has. */
  readonly refNr?: RefNrStanding
  /** Reference numbers that nobody has. */
  readonly ledige?: readonly string[]
  /** The patient gets another number now. */
  readonly nummerbytte?: NyttNummer
  /** Reference numbers that are allotted now. */
  readonly tildeling?: Tildeling
}

export type LibName = 'M25.1' | 'M25.2' | 'M25.3'

export const initial: State = { pasient: initialPasient, liste: [] }

export type MemoryOptions = {
  /** How long a closed or recalled prescription is kept, in milliseconds of simulated time. */
  readonly retentionMs: number
}

/** Reads and writes in the transaction at hand. */
export type ReseptMemory = Memory<State> & {
  /** One by ReseptId, or all of a patient by person number, oldest first. */
  find(id: string): readonly Resept[]
  /** By person number. */
  pasient(id: string): Pasient
  /** Enterprises that have prescribed in the last 100 days (Nasjonal e-helsemonitor). */
  rekvirenter(): number
}

/** The window in which an enterprise counts as one that prescribes. */
const rekvirentMs = 100 * 24 * 60 * 60 * 1000

export function openMemory(store: Store, options: MemoryOptions): ReseptMemory {
  const resepter = openResepter(store, options)
  const refNumre = openRefNumre(store)
  const multidose = openMultidose(store)
  const pasienter = openPasienter(store, { resepter, multidose })
  const rekvirenter = store.table('rekvirenter')
  const personOf = (pasientId: string | undefined): State =>
    pasientId === undefined ? initial : { ...initial, pasientId, pasient: pasienter.one(pasientId) }

  return {
    of(incoming: Incoming): State {
      if (incoming.type === 'event') return personOf(pasientIn(incoming))
      if (incoming.type !== 'melding') return initial
      const { melding } = incoming
      const sought = soughtBy(melding)
      const resept = resepter.one(sought.reseptId)
      const m1 = resept && resepter.m1(resept.id)
      const person = personOf(resept?.pasient ?? sought.pasientId)
      const byNumber = sought.refNumre.flatMap((number) => refNumre.reseptId(number) ?? [])
      const byName = foundBy(sought.nodsok, personOf, resepter.all)
      const ids = new Set([...person.pasient.resepter, ...byNumber, ...byName])
      const liste = sought.isForList ? resepter.all([...ids]) : []
      return {
        ...person,
        liste,
        ...(resept && { resept }),
        ...(m1 !== undefined && { m1 }),
        ...(sought.carries === 'm1' && { m1er: resepter.m1er(liste) }),
        ...(sought.carries === 'm10' && resept && { m10er: resepter.m10er(resept) }),
        ...(sought.carries === 'lib' && person.pasientId !== undefined && { liber: multidose.liber(person.pasientId) }),
        ...(sought.multidose && { endrede: multidose.endrede(sought.multidose) }),
        ...(sought.refNr !== undefined && {
          refNr: refNumre.standingOf(sought.refNr, (id) => resepter.one(id)?.pasient)
        }),
        ...(sought.wantsRefNumre && { ledige: refNumre.freeFor(melding.envelope.msgId) })
      }
    },
    save({ resept, pasientId, pasient, tildeling, nummerbytte, ...rest }: State, now: number) {
      if (nummerbytte !== undefined) return pasienter.renumber(nummerbytte, now)
      if (resept !== undefined) {
        resepter.save(resept, rest)
        if (resept.endret === resept.forskrevet) rekvirenter.put(resept.rekvirent.virksomhet, '', now)
        if (resept.refNr !== undefined) refNumre.use(resept.refNr, resept.id, resepter.documentsUntil(resept))
      }
      if (tildeling !== undefined) refNumre.allot(tildeling, now)
      if (pasientId === undefined) return
      pasienter.save(pasientId, pasient, now)
      multidose.save(pasientId, rest, now)
    },
    forgetBefore(now: number) {
      resepter.forgetBefore(now)
      refNumre.forgetBefore(now)
      pasienter.forgetBefore(now)
      multidose.forgetBefore(now - legemidlerMs)
      rekvirenter.deleteBefore(now - rekvirentMs)
    },
    find(id: string) {
      const one = resepter.one(id)
      return one === undefined ? resepter.all(pasienter.one(id).resepter) : [one]
    },
    pasient: pasienter.one,
    rekvirenter: () => rekvirenter.count()
  }
}
