/** One prescription in Reseptformidleren and what may happen to it: the states of list 7408, pure. */
import type { Contact, EReseptCode } from '@budstikka/meldinger'
import type { Soknad } from './godkjenningsfritak.ts'
import type { Code7419 } from './refuse.ts'
import type { Pakning, Vare } from './vare.ts'

export type Resept = {
  /** ReseptId, which is the MsgId of the M1. */
  readonly id: string
  /** E ekspederbar, U under ekspedering, R avsluttet, T tilbakekalt, B under behandling av SLV, A avslått av SLV (list 7408). */
  readonly status: 'E' | 'U' | 'R' | 'T' | 'B' | 'A'
  readonly rekvirent: Rekvirent
  /** Fødselsnummer or D-nummer; a prescription without one is found by its reference number. */
  readonly pasient?: string
  /** Numbers that its patient had before, such as the one that its M1 names. */
  readonly andreFnr?: readonly string[]
  readonly refNr?: string
  /** Simulated time, milliseconds since 1970: when it was written, and from when it is no longer valid. */
  readonly forskrevet: number
  readonly utloper: number
  readonly details: Details
  /** Packages of one dispensing; undefined where the M1 has a quantity instead. */
  readonly antall?: number
  /** Dispensings beside the first (M1 Reiterasjon). */
  readonly reiterasjon: number
  /** EkspAnm: who must dispense it, the first time or (LAR) every time. */
  readonly ekspAnm?: { readonly utleverer: string; readonly isForAll: boolean }
  /** LastResept: found by its reference number alone. */
  readonly isLocked?: true
  /** In the prescriber's name or for the own practice: nobody is told but the prescriber. */
  readonly isForPraksis?: true
  /** Of group A or B (list 7421): closed by its first dispensing. */
  readonly isEngangs?: true
  /** Without marketing authorisation: every dispensing is told to the medicines agency (M20). */
  readonly isUtenMt?: true
  readonly utleveringer: readonly Utlevering[]
  /** To the medicines agency, for what has no marketing authorisation. */
  readonly soknad?: Soknad
  /** Who has downloaded it, while it is U, or was when it went to the agency (B). */
  readonly nedlasting?: Nedlasting
  /** Recalled while U or B: it becomes T when the dispensing ends, or the agency answers. */
  readonly isTilbakekalt?: true
  /** Why it was recalled (list 7500). */
  readonly arsak?: Arsak
  /** What the recall said besides (M5). */
  readonly merknad?: string
  /** When its status last changed. */
  readonly endret: number
}

export type Arsak = EReseptCode<'7500'>

export type Rekvirent = {
  /** Where M6 goes: the HER-id (level 2) that sent the M1. */
  readonly herId: string
  /** Its organisation's (level 1). */
  readonly virksomhet: string
  readonly hprNummer: string
  readonly navn: string
}

/** What a list of prescriptions says of each, as the M1 said it. */
export type Details = {
  /** Of the patient. */
  readonly fornavn: string
  readonly etternavn: string
  readonly forskrivningsdato: string
  readonly navnFormStyrke?: string
  readonly bruksomrade?: string
  readonly isVergeinnsynReservert: boolean
  readonly mellomnavn?: string
  readonly adresse?: NonNullable<Contact['address']>
  readonly vare?: Vare
  readonly pakning?: Pakning
}

/** M9.3 and the M9.1 that began the conversation (MsgIds). */
export type Nedlasting = { readonly utleverer: string; readonly m93: string; readonly conversation: string }

export type Utlevering = {
  /** MsgId of the M10. */
  readonly id: string
  readonly utleverer: string
  readonly at: number
  readonly antall?: number
  /** It closed the prescription. */
  readonly isLast: boolean
  /** MsgId of the M10 that annulled it. */
  readonly annullertAv?: string
}

/** A change, or the code of list 7419 by which it is refused. */
export type Outcome = { readonly type: 'changed'; readonly resept: Resept } | Refused
type Refused = { readonly type: 'refused'; readonly code: Code7419 }

export const refused = (code: Code7419): Refused => ({ type: 'refused', code })
export const changed = (before: Resept, change: Partial<Resept>): Outcome => ({
  type: 'changed',
  resept: { ...before, ...change }
})

/** From its last day on it cannot be downloaded, and it is deleted when nobody is dispensing it. */
export const isForeldet = ({ status, utloper }: Resept, now: number) => status === 'E' && now >= utloper

/** M9.3: locks it to one who dispenses; the same may download again. */
export function download(resept: Resept, by: Nedlasting, now: number): Outcome {
  if (isForeldet(resept, now)) return refused(1)
  switch (resept.status) {
    case 'R':
      return refused(96)
    case 'T':
      return refused(97)
    case 'B':
      return refused(64)
    case 'A':
      return refused(63)
    case 'U':
      return resept.nedlasting?.utleverer === by.utleverer ? changed(resept, { nedlasting: by }) : refused(69)
    case 'E': {
      const bound = boundTo(resept)
      if (bound !== undefined && bound !== by.utleverer) return refused(70)
      return changed(resept, { status: 'U', nedlasting: by, endret: now })
    }
  }
}

/** Who alone may dispense it now, having been asked to (EkspAnm): for the first time, or every time. */
export const boundTo = (resept: Resept): string | undefined =>
  resept.ekspAnm?.isForAll || dispensed(resept) === 0 ? resept.ekspAnm?.utleverer : undefined

export type Dispensing = {
  readonly id: string
  readonly utleverer: string
  readonly at: number
  readonly antall?: number
  /** Avsluttet = Ja. */
  readonly isLast: boolean
}

/**
 * M10 without a cancellation code. What has been dispensed for the last time is closed, whether or not the M10 says so (our choice): so
 * it can never be dispensed more than 1 + Reiterasjon times.
 */
export function dispense(resept: Resept, by: Dispensing): Outcome {
  const fault = notInHand(resept, by.utleverer)
  if (fault !== undefined) return fault
  if (by.antall !== undefined && resept.antall !== undefined && by.antall > left(resept)) return refused(320)
  const { id, utleverer, at, antall } = by
  const after = [...resept.utleveringer, { id, utleverer, at, ...(antall !== undefined && { antall }), isLast: false }]
  const isLast = by.isLast || resept.isEngangs === true || left({ ...resept, utleveringer: after }) <= 0
  const utleveringer = after.map((one) => (one.id === id ? { ...one, isLast } : one))
  return changed(released(resept, isLast ? 'R' : 'E', at), { utleveringer })
}

/** M10 with a cancellation code: the download is given back. */
export function cancel(resept: Resept, by: { readonly utleverer: string; readonly at: number }): Outcome {
  const fault = notInHand(resept, by.utleverer)
  return fault ?? changed(released(resept, 'E', by.at), {})
}

export type Annulment = {
  readonly id: string
  readonly utleverer: string
  readonly at: number
  /** MsgId of the M10 that is annulled. */
  readonly annuls: string
}

/**
 * M10 with Annullering: the dispensing did not happen. Only who dispensed may say so. That a prescription closed by it opens again is an
 * assumption, so it is asked for (`reopens`).
 */
export function annul(resept: Resept, by: Annulment, { reopens }: { readonly reopens: boolean }): Outcome {
  const { status, nedlasting } = resept
  if (status === 'U' && nedlasting?.utleverer !== by.utleverer) return refused(69)
  const annulled = resept.utleveringer.find(({ id }) => id === by.annuls)
  if (annulled === undefined || annulled.utleverer !== by.utleverer || annulled.annullertAv !== undefined)
    return refused(320)
  const utleveringer = resept.utleveringer.map((one) =>
    one.id === by.annuls ? { ...one, isLast: false, annullertAv: by.id } : one
  )
  const opens = reopens && status === 'R' && annulled.isLast
  return changed(opens ? { ...resept, status: 'E', endret: by.at } : resept, { utleveringer })
}

/** M5: at once, or when the dispensing that goes on has ended. */
export function recall(resept: Resept, arsak: Arsak, now: number): Outcome {
  if (isForeldet(resept, now)) return refused(12)
  switch (resept.status) {
    case 'T':
      return refused(16)
    case 'R':
    case 'A':
      return refused(15)
    case 'U':
    case 'B':
      return resept.isTilbakekalt ? refused(16) : changed(resept, { isTilbakekalt: true, arsak })
    case 'E':
      return changed(resept, { status: 'T', arsak, endret: now })
  }
}

/** Packages still to be dispensed, or dispensings where no number of packages is prescribed. */
export function left(resept: Resept): number {
  const each = resept.antall ?? 1
  return each * (1 + resept.reiterasjon) - dispensed(resept)
}

/** Packages dispensed and not annulled, or dispensings where no number of packages is prescribed. */
export function dispensed(resept: Resept): number {
  const { antall } = resept
  return gyldige(resept).reduce((sum, one) => sum + (antall === undefined ? 1 : (one.antall ?? antall)), 0)
}

/** The dispensings that are not annulled, oldest first. */
export const gyldige = ({ utleveringer }: Resept): readonly Utlevering[] =>
  utleveringer.filter(({ annullertAv }) => annullertAv === undefined)

/** It must have been downloaded by who reports (7419 code 357), and by nobody else since (69). */
function notInHand({ status, nedlasting }: Resept, utleverer: string): Refused | undefined {
  if (status !== 'U') return status === 'E' ? refused(357) : refused(41)
  return nedlasting?.utleverer === utleverer ? undefined : refused(69)
}

/** Nobody has it in hand any more; what was recalled meanwhile is recalled now. */
function released({ nedlasting: _given, isTilbakekalt, ...resept }: Resept, to: 'E' | 'R', at: number): Resept {
  return { ...resept, status: isTilbakekalt ? 'T' : to, endret: at }
}
