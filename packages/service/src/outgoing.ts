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
import { type OutMessage, ownText } from '@budstikka/transport'
import type { SentMelding } from './definition.ts'
import { partitionOf } from './partition.ts'
import { resolveParty } from './resolve-party.ts'
import { headerNames, meldingSubject, transportId } from './subjects.ts'

type Role = 'PRIM' | 'COP'
export type Sending = {
  readonly message: OutMessage
  readonly sent: SentMelding
  /** In which roles the party is named: each is owed a receipt. */
  readonly roles: readonly Role[]
}
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
      [headerNames.refToParent]: oneLine(conversation.refToParent),
      [headerNames.conversationId]: oneLine(conversation.refToConversation)
    })
  }
  const conversationId = conversation?.refToConversation ?? msgId
  return {
    sendings: Array.from(parties.values(), ({ party: { herId: to, tjeneste }, roles }) => ({
      message: {
        subject: meldingSubject({ tjeneste, to, from, meldingType, partition }),
        id: transportId(from, msgId, to, attempt),
        headers,
        body
      },
      sent: { msgId, meldingType, from, to, genDate, conversationId },
      roles
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
      [headerNames.refToParent]: oneLine(appRec.original.id),
      [headerNames.appRecStatus]: appRec.status,
      ...(appRec.role === 'COP' && { [headerNames.appRecRole]: appRec.role }),
      ...(appRec.errors.length > 0 && { [headerNames.appRecErrors]: errorsOf(appRec) })
    },
    body: Buffer.from(encodeAppRec(appRec))
  }
}

/** Codes are a closed set in each list; anything else that an AppRec from outside may hold is left out. */
const errorsOf = ({ errors }: AppRec) =>
  errors
    .map(({ code, codeSystem }) => `${codeSystem.slice(codeSystem.lastIndexOf('.') + 1)}:${code}`)
    .filter((error) => /^[0-9]{1,8}:[A-Za-z0-9]{1,8}$/.test(error))
    .slice(0, errorsMax)
    .join(',')
const errorsMax = 8

/** Puts each receiver's present address in the envelope: a service that moved is written to where it is now. */
function readdress(melding: Melding, register: Register) {
  const parties = new Map<string, { readonly party: Party; readonly roles: Role[] }>()
  const undeliverable: Undeliverable[] = []
  const { envelope } = melding
  const receiver = present(envelope.receiver, 'PRIM')
  const copies = envelope.copies.map((copy) => ({ ...present(copy, 'COP'), role: copy.role }))
  return { melding: { ...melding, envelope: { ...envelope, receiver, copies } }, parties, undeliverable }

  function present(address: Address, role: Role): Address {
    const asked = herIdOf(address) ?? ''
    const found = resolveParty(register, asked)
    if (found.type !== 'open') {
      undeliverable.push({ to: asked, reason: `party-${found.type}` })
      return address
    }
    const { party } = found
    const known = parties.get(party.herId)
    if (known === undefined) parties.set(party.herId, { party, roles: [role] })
    else if (!known.roles.includes(role)) known.roles.push(role)
    return found.isMoved ? addressOf(party) : address
  }
}

/** A header is one line; what came from outside may hold more (an id that is no UUID), and is cut for the header alone. */
const oneLine = (text: string) => ownText(text.slice(0, 256).replaceAll(/[\r\n]+/g, ' '))

function senderOf(address: Address): string {
  const from = herIdOf(address)
  if (from === undefined) throw new Error('expected a sender with a HER-id at level 2 (AD2.2), got none')
  return from
}
