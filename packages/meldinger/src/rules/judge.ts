/** The receiver's judgement of what came: OK, refused with a code, or nothing to answer (HITS 1168 §5 and §6). */
import type { Decoded } from '../decode.ts'
import type { Envelope } from '../melding.ts'
import type { Refusal } from '../refusal.ts'
import { isAt, isReadableSender, rolesOf } from './addressing.ts'
import { receiverRules } from './receiver-rules.ts'
import { refuse } from './refuse.ts'

export type Receiver = {
  /** HER-id (level 2) that the melding came to, and on whose behalf it is judged. */
  readonly herId: string
  /** Identifiers of its organisation (level 1): HER-id, organisation number. */
  readonly organisationIds: readonly string[]
  /** Whether `herId` is in the register at all; default true. */
  readonly isRegistered?: boolean
  /** Whether a HER-id (level 2) is registered at the organisation. */
  ownsService(herId: string): boolean
  /** Whether the patient has, or shall have, a journal here; E35 is used only where this is given. */
  hasJournal?(envelope: Envelope): boolean
  /** Whether the MsgId came before to the same system. */
  hasSeen?(msgId: string): boolean
}

/** What the standard leaves to the receiver (MAY). */
export type JudgeOptions = {
  /** E21 when the addressed service is not registered at the organisation; the customer chooses (HITS 1168 §6.2). Default false. */
  readonly refusesUnknownService?: boolean
  /** T01, T02 and T10 for what is not by the standard, when the sender can be read. Default true. */
  readonly refusesFormat?: boolean
}

export type Judgement =
  | { readonly answer: 'ok' }
  | { readonly answer: 'refuse'; readonly refusal: Refusal }
  | { readonly answer: 'none'; readonly why: NoAnswer }
export type NoAnswer = 'sender-unreadable' | 'other-organisation' | 'other-service' | 'app-rec' | 'duplicate' | 'format'

/**
 * Judges by the common rules; the first that is broken gives the code, since several errors are for several concrete faults.
 * Semantic faults and unknown code values are never a reason: those are for DIALOG_AVVIK (HITS 1168 §6.3).
 */
export function judge(decoded: Decoded, receiver: Receiver, options: JudgeOptions = {}): Judgement {
  if (decoded.type === 'appRec') return none('app-rec')
  const envelope = decoded.type === 'melding' ? decoded.melding.envelope : decoded.envelope
  if (envelope === undefined || !isReadableSender(envelope.sender)) return none('sender-unreadable')
  const addressee = addresseeOf(envelope, receiver)
  if (addressee !== 'own' && addressee !== 'unknown-service') return none(addressee)
  if (receiver.hasSeen?.(envelope.msgId)) return none('duplicate')
  if (decoded.type === 'unreadable') {
    return options.refusesFormat === false ? none('format') : refused(refuse(decoded.code, formatSources[decoded.code]))
  }
  const broken = receiverRules.find((rule) => rule.isBroken(decoded.melding, receiver, { addressee, options }))
  return broken ? refused(refuse(broken.code, broken.source, broken.text)) : { answer: 'ok' }
}

export type Addressee = 'own' | 'unknown-service' | 'other-service' | 'other-organisation'

/** Level 2 decides; where the organisation is right and the service is not registered, the customer does (HITS 1168 §6.2). */
function addresseeOf(envelope: Envelope, receiver: Receiver): Addressee {
  if (rolesOf(envelope, receiver.herId).length > 0) return receiver.isRegistered === false ? 'unknown-service' : 'own'
  const { organisation, service, person } = envelope.receiver
  const ours = receiver.organisationIds.map(bare)
  if (!organisation.idents.some(({ id }) => ours.includes(bare(id)))) return 'other-organisation'
  const level2 = service ?? person
  const isOther = level2?.idents.some(({ id }) => receiver.ownsService(id) && isAt(envelope.receiver, id))
  return isOther ? 'other-service' : 'unknown-service'
}

/** Old files group the digits of an organisation number. */
const bare = (id: string) => id.replaceAll(' ', '')

/** All MAY be used when the sender can be read; for AMQP they SHALL. */
const formatSources = {
  T01: 'HITS 1168 §6.2; AMQP 2.2.3',
  T02: 'HITS 1168 §6.2; AMQP 2.2.3',
  T10: 'HITS 1168 §6.2'
} as const

const none = (why: NoAnswer): Judgement => ({ answer: 'none', why })
const refused = (refusal: Refusal): Judgement => ({ answer: 'refuse', refusal })
