/** What Reseptformidleren remembers, in tables of its own: by prescription, by patient and by reference number. */
import { contentOf, type Melding } from '@budstikka/meldinger'
import { type Incoming, type Memory, receiptDeadlineMs } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { initialPasient, legemidlerMs, type Pasient } from './pasient.ts'
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
}

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
  const refNumre = store.table('refnumre')
  const rekvirenter = store.table('rekvirenter')
  const read = <Value>(text: string | undefined): Value | undefined =>
    text === undefined ? undefined : JSON.parse(text)
  const reseptOf = (id: string | undefined) => read<Resept>(id === undefined ? undefined : resepter.get(id))
  const all = (ids: readonly string[]) => ids.flatMap((id) => reseptOf(id) ?? [])

  return {
    of(incoming: Incoming): State {
      if (incoming.type !== 'melding') return initial
      const asked = questionOf(incoming.melding)
      const resept = reseptOf(asked.reseptId)
      const m1 = resept && m1er.get(resept.id)
      const pasientId = resept?.pasient ?? asked.pasientId
      const pasient = (pasientId !== undefined && read<Pasient>(pasienter.get(pasientId))) || initialPasient
      const byNumber = asked.refNumre.flatMap((number) => refNumre.get(number) ?? [])
      const liste = asked.isForList ? all([...new Set([...pasient.resepter, ...byNumber])]) : []
      return {
        pasient,
        liste,
        ...(resept && { resept }),
        ...(m1 !== undefined && { m1 }),
        ...(pasientId !== undefined && { pasientId })
      }
    },
    save({ resept, m1, pasientId, pasient }: State, now: number) {
      if (resept !== undefined) {
        const until = keptUntil(resept, retentionMs)
        resepter.put(resept.id, JSON.stringify(resept), until)
        if (m1 !== undefined) m1er.add(resept.id, m1, resept.utloper + retentionMs)
        if (resept.endret === resept.forskrevet) rekvirenter.put(resept.rekvirent.virksomhet, '', now)
        if (resept.refNr !== undefined) refNumre.add(resept.refNr, resept.id, resept.utloper + retentionMs)
      }
      if (pasientId !== undefined) pasienter.put(pasientId, JSON.stringify(pasient), now)
    },
    forgetBefore(now: number) {
      for (const table of [resepter, m1er, refNumre]) table.deleteBefore(now - receiptDeadlineMs)
      pasienter.deleteBefore(now - legemidlerMs)
      rekvirenter.deleteBefore(now - rekvirentMs)
    },
    find(id: string) {
      const one = reseptOf(id)
      return one === undefined ? all(read<Pasient>(pasienter.get(id))?.resepter ?? []) : [one]
    },
    rekvirenter: () => rekvirenter.count()
  }
}

/** Expiry deletes what nobody is dispensing; what has ended is kept for a while (ERDOK: its length is not public). */
function keptUntil({ status, utloper, endret }: Resept, retentionMs: number): number {
  switch (status) {
    case 'E':
      return utloper
    case 'U':
      return Number.MAX_SAFE_INTEGER
    case 'R':
    case 'T':
      return endret + retentionMs
  }
}

type Question = {
  readonly reseptId?: string | undefined
  readonly pasientId?: string | undefined
  readonly refNumre: readonly string[]
  readonly isForList: boolean
}

/** Which prescription and which patient a melding is about. */
function questionOf(melding: Melding): Question {
  const { envelope, payload } = melding
  const about = { pasientId: personNumberOf(melding), refNumre: [], isForList: false }
  switch (payload.format) {
    // The other prescriptions tell which are still there.
    case 'M1':
      return { ...about, reseptId: envelope.msgId, isForList: true }
    case 'M10': {
      const read = contentOf(payload, 'M10')
      return { ...about, reseptId: read.type === 'content' ? read.content.Utlevering.ReseptId : undefined }
    }
    case 'M5': {
      const read = contentOf(payload, 'M5')
      return { ...about, reseptId: read.type === 'content' ? read.content.ReseptId : undefined }
    }
    case 'M9.1': {
      const read = contentOf(payload, 'M9.1')
      if (read.type !== 'content') return about
      return { pasientId: read.content.Fnr, refNumre: read.content.RefNr ?? [], isForList: true }
    }
    case 'M9.3': {
      const read = contentOf(payload, 'M9.3')
      return { ...about, reseptId: read.type === 'content' ? read.content.ReseptId : undefined }
    }
    default:
      return about
  }
}

/** Fødselsnummer or D-nummer of the melding's patient. */
export const personNumberOf = ({ envelope }: Melding): string | undefined =>
  envelope.patient?.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')?.id
