/** What Reseptformidleren remembers, in tables of its own: by prescription, by patient and by reference number. */
import { type Incoming, type Memory, receiptDeadlineMs } from '@budstikka/service'
import type { Store, Table } from '@budstikka/transport'
import { soughtBy } from './about.ts'
import { initialPasient, legemidlerMs, type Pasient } from './pasient.ts'
import { openMultidose } from './multidose-memory.ts'
import { openRefNumre, type Tildeling } from './refnr-memory.ts'
import type { RefNrStanding } from './refnr.ts'
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
  /** Reference numbers that are allotted now. */
  readonly tildeling?: Tildeling
}

export type LibName = 'M25.1' | 'M25.2' | 'M25.3'
type Documents = Readonly<Record<string, string>>

export const initial: State = { pasient: initialPasient, liste: [] }

export type MemoryOptions = {
  /** How long a closed or recalled prescription is kept, in milliseconds of simulated time. */
  readonly retentionMs: number
}

/**
 * Reads and writes in the transaction at hand. What has expired is deleted some days later: the clock may strike while a melding of the days
 * before, up to the deadline of its receipt, is still on its way.
 */
export type ReseptMemory = Memory<State> & {
  /** One by ReseptId, or all of a patient by person number, oldest first. */
  find(id: string): readonly Resept[]
  /** Enterprises that have prescribed in the last 100 days (Nasjonal e-helsemonitor). */
  rekvirenter(): number
}

/** The window in which an enterprise counts as one that prescribes. */
const rekvirentMs = 100 * 24 * 60 * 60 * 1000

export function openMemory(store: Store, { retentionMs }: MemoryOptions): ReseptMemory {
  const resepter = store.table('resepter')
  const m1er = store.table('m1')
  const pasienter = store.table('pasienter')
  const m10er = store.table('m10')
  const refNumre = openRefNumre(store)
  const multidose = openMultidose(store)
  const rekvirenter = store.table('rekvirenter')
  const read = <Value>(text: string | undefined): Value | undefined =>
    text === undefined ? undefined : JSON.parse(text)
  const reseptOf = (id: string | undefined) => read<Resept>(id === undefined ? undefined : resepter.get(id))
  const all = (ids: readonly string[]) => ids.flatMap((id) => reseptOf(id) ?? [])

  return {
    of(incoming: Incoming): State {
      if (incoming.type !== 'melding') return initial
      const { melding } = incoming
      const sought = soughtBy(melding)
      const resept = reseptOf(sought.reseptId)
      const m1 = resept && m1er.get(resept.id)
      const pasientId = resept?.pasient ?? sought.pasientId
      const pasient = (pasientId !== undefined && read<Pasient>(pasienter.get(pasientId))) || initialPasient
      const byNumber = sought.refNumre.flatMap((number) => refNumre.reseptId(number) ?? [])
      const liste = sought.isForList ? all([...new Set([...pasient.resepter, ...byNumber])]) : []
      const valid = resept?.utleveringer.filter(({ annullertAv }) => annullertAv === undefined) ?? []
      const [refNr] = sought.refNumre
      return {
        pasient,
        liste,
        ...(resept && { resept }),
        ...(m1 !== undefined && { m1 }),
        ...(pasientId !== undefined && { pasientId }),
        ...(sought.carries === 'm1' && { m1er: documents(m1er, liste) }),
        ...(sought.carries === 'lib' && pasientId !== undefined && { liber: multidose.liber(pasientId) }),
        ...(sought.multidose && { endrede: multidose.endrede(sought.multidose) }),
        ...(sought.carries === 'm10' && { m10er: documents(m10er, valid) }),
        ...(melding.payload.format === 'M1' &&
          refNr !== undefined && { refNr: refNumre.standingOf(refNr, (id) => reseptOf(id)?.pasient) }),
        ...(sought.wantsRefNumre && { ledige: refNumre.freeFor(melding.envelope.msgId) })
      }
    },
    save({ resept, m1, m10, pasientId, pasient, tildeling, ...rest }: State, now: number) {
      if (resept !== undefined) {
        const until = keptUntil(resept, retentionMs)
        resepter.put(resept.id, JSON.stringify(resept), until)
        if (m1 !== undefined) m1er.add(resept.id, m1, resept.utloper + retentionMs)
        if (m10 !== undefined) m10er.add(m10.id, m10.xml, resept.utloper + retentionMs)
        if (resept.endret === resept.forskrevet) rekvirenter.put(resept.rekvirent.virksomhet, '', now)
        if (resept.refNr !== undefined) refNumre.use(resept.refNr, resept.id, resept.utloper + retentionMs)
      }
      if (tildeling !== undefined) refNumre.allot(tildeling, now)
      if (pasientId === undefined) return
      pasienter.put(pasientId, JSON.stringify(pasient), now)
      multidose.save(pasientId, rest, now)
    },
    forgetBefore(now: number) {
      for (const table of [resepter, m1er, m10er]) table.deleteBefore(now - receiptDeadlineMs)
      refNumre.forgetBefore(now)
      pasienter.deleteBefore(now - legemidlerMs)
      multidose.forgetBefore(now - legemidlerMs)
      rekvirenter.deleteBefore(now - rekvirentMs)
    },
    find(id: string) {
      const one = reseptOf(id)
      return one === undefined ? all(read<Pasient>(pasienter.get(id))?.resepter ?? []) : [one]
    },
    rekvirenter: () => rekvirenter.count()
  }
}

const documents = (table: Table, of: readonly { readonly id: string }[]): Documents =>
  Object.fromEntries(of.flatMap(({ id }) => [[id, table.get(id)] as const]).filter(isThere))
const isThere = (entry: readonly [string, string | undefined]): entry is readonly [string, string] =>
  entry[1] !== undefined

/** Expiry deletes what nobody is dispensing; what has ended is kept for a while (ERDOK: its length is not public). */
function keptUntil({ status, utloper, endret }: Resept, retentionMs: number): number {
  switch (status) {
    case 'E':
      return utloper
    case 'U':
    case 'B':
      return Number.MAX_SAFE_INTEGER
    case 'R':
    case 'T':
    case 'A':
      return endret + retentionMs
  }
}
