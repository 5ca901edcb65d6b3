/** What Reseptformidleren sends because of what came: from whom, to whom, with ids and references that follow from the cause. */
import {
  type Attachment,
  derivedUuid,
  encodeMelding,
  enterpriseAddressOf,
  type Envelope,
  identifyPersonNumber,
  type Melding,
  type Payload
} from '@budstikka/meldinger'
import type { Case } from './handle.ts'
import type { Resept } from './resept.ts'

/** Simulated time from a melding to what follows from it: our choice. */
const delayMs = 1_000

export type Wanted = {
  /** Code of list 8279. */
  readonly type: string
  /** HER-id (level 2). */
  readonly to: string
  readonly payload: Payload
  readonly attachments?: readonly Attachment[]
  /** Whose it is, the receiver is not to know. */
  readonly isWithoutPatient?: true
}

/** What answers a melding that begins a conversation: both its references are to that one (SAR, examples; list 7419, 316). */
const answersToFirst: ReadonlySet<string> = new Set(
  'ERM52 ERM7 ERM242 ERM272 ERM96 ERM98 ERM912 ERM922 ERM9NA2 ERM9NA4'.split(' ')
)

/** Undefined where the register has no such receiver. RefToParent is what came; the conversation goes on. */
export function meldingFrom(
  { melding, us, about: { register, now }, state }: Pick<Case<unknown>, 'melding' | 'us' | 'about' | 'state'>,
  { type, to, payload, attachments = [], isWithoutPatient }: Wanted
): Melding | undefined {
  const { envelope } = melding
  const patient = patientOf(envelope, state.resept)
  const [sender, receiver] = [register.party(us), register.party(to)]
  if (sender === undefined || receiver === undefined) return undefined
  const conversation = {
    refToParent: envelope.msgId,
    refToConversation:
      (answersToFirst.has(type) ? undefined : envelope.conversation?.refToConversation) ?? envelope.msgId
  }
  return {
    envelope: {
      type,
      msgId: derivedUuid(now + delayMs, type, envelope.msgId, to),
      genDate: new Date(now + delayMs).toISOString(),
      conversation,
      sender: enterpriseAddressOf(sender),
      receiver: enterpriseAddressOf(receiver),
      copies: [],
      ...(patient && !isWithoutPatient && { patient })
    },
    payload,
    attachments
  }
}

/** By the number of now, where the prescription's patient is named by one before. */
function patientOf({ patient }: Envelope, { pasient: id, andreFnr = [] }: Partial<Resept> = {}): Envelope['patient'] {
  const former = patient?.idents.find((ident) => andreFnr.includes(ident.id))
  if (patient === undefined || former === undefined || id === undefined) return patient
  const others = patient.idents.filter((ident) => ident.id !== id && !andreFnr.includes(ident.id))
  const kind = identifyPersonNumber(id)?.kind ?? former.kind
  return { ...patient, idents: [{ ...former, id, kind }, ...others] }
}

/** A whole melding within another. */
export const attached = (melding: Melding): Attachment => attachedXml(encodeMelding(melding))
export const attachedXml = (xml: string): Attachment => ({
  mimeType: 'text/xml',
  base64: Buffer.from(xml).toString('base64')
})
