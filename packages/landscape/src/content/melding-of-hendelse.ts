/** The melding that a happening makes its actor send: the same happening gives the same bytes and the same MsgId. */
import type { Melding, Register } from '@budstikka/meldinger'
import { derivedUuid, enclosed, formatSentAs } from '@budstikka/meldinger'
import type { Hendelse } from '../hendelse.ts'
import type { Person } from '../persons.ts'
import { contentAloneEnvelope, isContentAlone } from './content-alone.ts'
import { ereseptEnvelope, isEresept } from './e-resept/envelope.ts'
import { envelopeFor, patientOf, unidentified } from './envelope.ts'
import { msgIdOf, type Occasion } from './occasion.ts'
import { payloadFor } from './payload.ts'
import { timeavtalerBeside } from './timeavtaler.ts'

export type World = { readonly register: Register; person(id: string): Person }

/**
 * ConversationRef is absent in the first melding; later ones refer to the first and to the one before (HIS 80601).
 * `sentAt` is later than the happening where the melding is a corrected one. Throws on a party that the register does not have.
 */
export function meldingOf(hendelse: Hendelse, world: World, sentAt: number = hendelse.at): Melding {
  return compose(hendelse, world, { msgId: msgIdOf(hendelse.at, hendelse.id), sentAt, isIdentified: true })
}

/**
 * The same about a patient of whom the name alone is known. It has a MsgId of its own, so that the conversation refers to the
 * corrected one, which the receiver takes (AR11 §3.3: a corrected melding has another MsgId).
 */
export function poorMeldingOf(hendelse: Hendelse, world: World): Melding {
  const msgId = derivedUuid(hendelse.at, 'hendelse', hendelse.id, 'uten identitet')
  return compose(hendelse, world, { msgId, sentAt: hendelse.at, isIdentified: false })
}

function compose(
  hendelse: Hendelse,
  { register, person }: World,
  { msgId, sentAt, isIdentified }: { msgId: string; sentAt: number; isIdentified: boolean }
): Melding {
  const partyOf = (herId: string) => {
    const party = register.party(herId)
    if (party === undefined) throw new Error(`expected HER-id ${herId} in the register, got none`)
    return party
  }
  const { id, at, status, detail, meldingType } = hendelse
  const [from, to] = [partyOf(hendelse.actor), partyOf(hendelse.counterpart)]
  const about = person(hendelse.patient)
  // A standard without a MsgHead has no ConversationRef: its documents refer to each other themselves.
  const conversation = formatSentAs(meldingType)?.ownEnvelope ? undefined : conversationOf(hendelse)
  const envelopeOf = isEresept(meldingType)
    ? ereseptEnvelope
    : isContentAlone(meldingType)
      ? contentAloneEnvelope
      : envelopeFor
  const occasion: Occasion = {
    id,
    conversation: hendelse.first ?? id,
    meldingType,
    ...(conversation && { firstMsgId: conversation.refToConversation }),
    at,
    ...(hendelse.firstAt !== undefined && { firstAt: hendelse.firstAt }),
    status,
    ...(detail !== undefined && { detail }),
    from,
    to,
    ...(hendelse.named !== undefined && { named: partyOf(hendelse.named) }),
    patient: about
  }
  return enclosed({
    envelope: envelopeOf({
      type: meldingType,
      msgId,
      at: sentAt,
      from,
      to,
      copies: hendelse.copies.map(partyOf),
      patient: isIdentified ? patientOf(about) : unidentified(about),
      ...(conversation && { conversation })
    }),
    payload: payloadFor(occasion),
    attachments: timeavtalerBeside(occasion)
  })
}

function conversationOf({ first, firstAt, previous, previousAt }: Hendelse) {
  if (first === undefined || firstAt === undefined) return undefined
  const refToConversation = msgIdOf(firstAt, first)
  const refToParent = previous === undefined ? refToConversation : msgIdOf(previousAt ?? firstAt, previous)
  return { refToParent, refToConversation }
}
