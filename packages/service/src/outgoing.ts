/** From a melding or a receipt to the messages that carry it: who gets it now, under which subject, with which headers. */
import {
  type Address,
  addressOf,
  type AppRec,
  encodeAppRec,
  encodeMelding,
  herIdOf,
  type Melding,
  type Party,
  type Register
} from '@budstikka/meldinger'
import type { OutMessage } from '@budstikka/transport'
import type { SentMelding } from './definition.ts'
import { partitionOf } from './partition.ts'
import { resolveParty } from './resolve-party.ts'
import { headerNames, meldingSubject, transportId } from './subjects.ts'

export type Sending = { readonly message: OutMessage; readonly sent: SentMelding }
/** `to` is '' where the envelope names no receiver at level 2. */
export type Undeliverable = { readonly to: string; readonly reason: string }

/** One message for the receiver and one for each copy receiver; those who cannot be reached are told apart. */
export function sendings(
  asked: Melding,
  { register, attempt, traceparent }: { register: Register; attempt: number; traceparent: string }
): { sendings: Sending[]; undeliverable: Undeliverable[] } {
  const { melding, parties, undeliverable } = readdress(asked, register)
  const { envelope } = melding
  const from = senderOf(envelope.sender)
  const body = Buffer.from(encodeMelding(melding))
  const partition = partitionOf(melding)
  const { msgId, genDate, type: meldingType, conversation } = envelope
  const headers = {
    [headerNames.msgId]: msgId,
    [headerNames.time]: String(Date.parse(genDate)),
    [headerNames.traceparent]: traceparent,
    ...(conversation && {
      [headerNames.refToParent]: conversation.refToParent,
      [headerNames.conversationId]: conversation.refToConversation
    })
  }
  const conversationId = conversation?.refToConversation ?? msgId
  return {
    sendings: parties.map(({ herId: to, tjeneste }) => ({
      message: {
        subject: meldingSubject({ tjeneste, to, from, meldingType, partition }),
        id: transportId(from, msgId, to, attempt),
        headers,
        body
      },
      sent: { msgId, meldingType, from, to, genDate, conversationId }
    })),
    undeliverable
  }
}

/** A receipt goes to the sender of the original, on the partition that the original came on. */
export function receiptMessage(
  appRec: AppRec,
  { register, partition, traceparent, at }: { register: Register; partition: number; traceparent: string; at: number }
): OutMessage | Undeliverable {
  const from = senderOf(appRec.sender)
  const found = resolveParty(register, herIdOf(appRec.receiver) ?? '')
  if (found.type !== 'open') return { to: herIdOf(appRec.receiver) ?? '', reason: `party-${found.type}` }
  const { herId: to, tjeneste } = found.party
  return {
    subject: meldingSubject({ tjeneste, to, from, meldingType: 'APPREC', partition }),
    id: transportId(from, appRec.id, to),
    headers: {
      [headerNames.msgId]: appRec.id,
      [headerNames.time]: String(at),
      [headerNames.traceparent]: traceparent,
      [headerNames.refToParent]: appRec.original.id,
      [headerNames.appRecStatus]: appRec.status,
      ...(appRec.role === 'COP' && { [headerNames.appRecRole]: appRec.role })
    },
    body: Buffer.from(encodeAppRec(appRec))
  }
}

/** Puts each receiver's present address in the envelope: a service that moved is written to where it is now. */
function readdress(melding: Melding, register: Register) {
  const parties: Party[] = []
  const undeliverable: Undeliverable[] = []
  const { envelope } = melding
  const receiver = present(envelope.receiver)
  const copies = envelope.copies.map((copy) => ({ ...present(copy), role: copy.role }))
  return { melding: { ...melding, envelope: { ...envelope, receiver, copies } }, parties, undeliverable }

  function present(address: Address): Address {
    const asked = herIdOf(address) ?? ''
    const found = resolveParty(register, asked)
    if (found.type !== 'open') {
      undeliverable.push({ to: asked, reason: `party-${found.type}` })
      return address
    }
    parties.push(found.party)
    return found.isMoved ? addressOf(found.party) : address
  }
}

function senderOf(address: Address): string {
  const from = herIdOf(address)
  if (from === undefined) throw new Error('expected a sender with a HER-id at level 2 (AD2.2), got none')
  return from
}
