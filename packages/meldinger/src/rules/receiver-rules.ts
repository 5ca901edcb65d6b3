/** The reasons for a negative AppRec as a table: code, text for the sender, predicate, source (HITS 1168 §6.2). */
import { isUuid } from '../identifiers/uuid.ts'
import type { Melding } from '../melding.ts'
import type { Addressee, JudgeOptions, Receiver } from './judge.ts'
import { isIdentified } from './patient-identity.ts'
import type { Code8221 } from './refuse.ts'
import { withoutJournal } from './report-journal.ts'
import { isUrgentReferral } from './urgent-referral.ts'

export type ReceiverRule = {
  readonly code: Code8221
  /** Free text (OT) for the sender. */
  readonly text: string
  readonly source: string
  isBroken(melding: Melding, receiver: Receiver, found: Found): boolean
}
type Found = { readonly addressee: Addressee; readonly options: JudgeOptions }

/** In order: the first that is broken gives the answer. E21 MAY be used, the others SHALL. */
export const receiverRules: readonly ReceiverRule[] = [
  {
    code: 'E10',
    text: 'MsgId er ikke en UUID',
    source: 'HITS 1168 §6.2',
    isBroken: ({ envelope }) => !isUuid(envelope.msgId)
  },
  {
    code: 'E21',
    text: 'Tjenesten eller personen er ikke registrert hos virksomheten',
    source: 'HITS 1168 §6.2 (valgfri)',
    isBroken: (_melding, _receiver, { addressee, options }) =>
      addressee === 'unknown-service' && options.refusesUnknownService === true
  },
  {
    code: 'E36',
    text: 'Pasienten må ha navn og fødselsnummer, D-nummer eller felles hjelpenummer, eller navn, fødselsdato og kjønn',
    source: 'HITS 1168 §6.2',
    isBroken: (melding) =>
      mustIdentifyPatient(melding) && !isIdentified(melding.envelope.patient) && !isUrgentReferral(melding)
  },
  {
    ...withoutJournal,
    isBroken: ({ envelope }, { hasJournal }) =>
      hasJournal !== undefined && withoutJournal.isBroken(envelope, hasJournal)
  },
  {
    // No code is fixed for it (U): T99 is the nearest, with the reason in words.
    code: 'T99',
    text: 'Vedlegg må være pdf, jpeg eller png',
    source: 'HITS 1168 §6.2; HIS 1077',
    isBroken: ({ envelope, attachments }) =>
      takesPictures.test(envelope.type) && attachments.some(({ mimeType }) => !attachmentTypes.includes(mimeType))
  }
]

/** The standards that say which attachments must be taken: Helsefaglig dialog and Henvisning 2.0. */
const takesPictures = /^(DIALOG_HELSEFAGLIG|HENVISNING_NYTILSTAND|HENVISNING_VIDERE)$/
const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png']

/** The standards that HITS 1168 table 8.3 covers; those of e-resept, NAV and Helfo have receipt rules of their own. */
const coveredTypes =
  /^(LOG_|INNLEGGELSESRAPPORT|HELSEOPPL|UTSKRIVNINGSRAPPORT|MEDISINSKE_|ORIENTERING_|FRAVARS|DIALOG_|HENVISNING|EPIKRISE|FODSELS_EPIKRISE|SVAR_|REQ_|EPJ-EKSTRAKT)/

/**
 * A DIALOG_AVVIK may come without a patient, since it is about a melding and not about a person: the official acceptance
 * case 4 has none. One that names a patient must name him well enough (U).
 */
function mustIdentifyPatient({ envelope }: Melding): boolean {
  if (envelope.type === 'DIALOG_AVVIK' && envelope.patient === undefined) return false
  return coveredTypes.test(envelope.type)
}
