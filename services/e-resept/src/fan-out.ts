/** Who is told of an M10: the prescriber (M6), the fastlege (M8), kjernejournal (M8.1), the medicines agency (M20). SAR R1308, ERDOK. */
import { type Attachment, type ContentOf, type Melding, payloadOf } from '@budstikka/meldinger'
import type { Case } from './handle.ts'
import { attachedXml, meldingFrom, type Wanted } from './outgoing.ts'
import type { Resept } from './resept.ts'
import { isTrue } from './rules.ts'
import { isKansellert } from './utlever-rules.ts'
import { legemiddelverket } from './soknad.ts'

/** Tjeneste of Kjernejournal (list 8658). */
export const kjernejournal = '8658-2'

/** Nothing for a cancellation: what was not dispensed is nobody's matter. */
export function fanOut(one: Case<ContentOf<'M10'>>): readonly Melding[] {
  if (isKansellert(one.content)) return []
  const rapport = toRekvirent(one.state.resept, one.content, one.melding.envelope.msgId)
  return [...rapport, ...toFastlege(one), ...toKjernejournal(one), ...toLegemiddelverket(one)].flatMap(
    (wanted) => meldingFrom(one, wanted) ?? []
  )
}

/** M6: for every M10 (MsgId) on an electronic prescription, to the address that the M1 came from. */
export function toRekvirent(resept: Resept | undefined, content: ContentOf<'M10'>, ReferanseM10: string): Wanted[] {
  if (resept === undefined || isTrue(content.Papirresept)) return []
  const payload = payloadOf('M6', { Utlevering: content.Utlevering, ReferanseM10 })
  return [{ type: 'ERM6', to: resept.rekvirent.herId, payload }]
}

/**
 * M8: to the fastlege who has asked for it (M24.1), where the patient has not reserved, somebody else prescribed, and it was for a patient
 * and not for the prescriber's own practice.
 */
function toFastlege({ state: { resept, pasient, m1 }, content, melding, about }: Case<ContentOf<'M10'>>): Wanted[] {
  const { abonnent, abonnertTil = Infinity } = pasient
  const isReservert = pasient.isReservert === true || isTrue(content.ReservasjonRapportFastlege)
  if (abonnent === undefined || about.now >= abonnertTil || isReservert) return []
  if (resept?.isForPraksis || resept?.rekvirent.herId === abonnent) return []
  const payload = payloadOf('M8', {
    Utlevering: content.Utlevering,
    ReferanseM10: melding.envelope.msgId,
    ...paperOf(content)
  })
  return [{ type: 'ERM8', to: abonnent, payload, attachments: m1Of(m1) }]
}

/** M8.1: to kjernejournal always, of paper prescriptions too. */
function toKjernejournal({ state: { resept, m1 }, content, melding, about }: Case<ContentOf<'M10'>>): Wanted[] {
  const to = about.register.find(kjernejournal)[0]
  if (to === undefined) return []
  const payload = payloadOf('M8.1', {
    Utlevering: content.Utlevering,
    ReferanseM10: melding.envelope.msgId,
    ...paperOf(content),
    RefNr: resept?.refNr,
    ReservasjonRapportFastlege: content.ReservasjonRapportFastlege,
    Vergeinnsynsreservasjon: resept && String(resept.details.isVergeinnsynReservert)
  })
  return [{ type: 'ERM81', to: to.herId, payload, attachments: m1Of(m1) }]
}

/** M20: of every dispensing of what has no marketing authorisation, without the patient (as the official example). */
function toLegemiddelverket({ state: { resept }, content, about }: Case<ContentOf<'M10'>>): Wanted[] {
  const to = about.register.find(legemiddelverket)[0]
  if (to === undefined || !resept?.isUtenMt) return []
  const { Utlevering, PrisLegemiddelUtenMt } = content
  const payload = payloadOf('M20', { Utlevering, PrisLegemiddelUtenMt })
  return [{ type: 'ERM20', to: to.herId, payload, isWithoutPatient: true }]
}

const paperOf = ({ Papirresept, RekvirentPapir }: ContentOf<'M10'>) => ({ Papirresept, RekvirentPapir })
const m1Of = (m1: string | undefined): readonly Attachment[] => (m1 === undefined ? [] : [attachedXml(m1)])
