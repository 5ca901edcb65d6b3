/** From a melding or a receipt to the messages that carry it: who gets it now, under which subject, with which headers. */
import {
  type Address,
  type AppRec,
  encodeAppRec,
  encodeMelding,
  herIdOf,
  type Melding,
  type Register
} from '@budstikka/meldinger'
import type { OutMessage } from '@budstikka/transport'
import type { SentMelding } from './definition.ts'
import { partitionOf } from './partition.ts'
import { resolve } from './register-replica.ts'
import { headerNames, meldingSubject, transportId } from './subjects.ts'

export type Sending = { readonly message: OutMessage; readonly sent: SentMelding }
export type Undeliverable = { readonly to: string; readonly reason: string }

/** One message for the receiver and one for each copy receiver; those who cannot be reached are told apart. */
export function sendings(
  melding: Melding,
  { register, attempt, traceparent }: { register: Register; attempt: number; traceparent: string }
): { sendings: Sending[]; undeliverable: Undeliverable[] } {
  const { envelope } = melding
  const from = herIdOf(envelope.sender)
  if (from === undefined) throw new Error('a melding is sent by a party with a HER-id at level 2 (AD2.2)')
  const body = Buffer.from(encodeMelding(melding))
  const at = String(Date.parse(envelope.genDate))
  const conversationId = envelope.conversation?.refToConversation ?? envelope.msgId
  const result: { sendings: Sending[]; undeliverable: Undeliverable[] } = { sendings: [], undeliverable: [] }
  for (const receiver of [envelope.receiver, ...envelope.copies]) {
    const found = resolve(register, herIdOf(receiver) ?? '')
    if (found.type !== 'found') {
      result.undeliverable.push({ to: herIdOf(receiver) ?? '', reason: found.reason })
      continue
    }
    const to = found.party.herId
    const subject = meldingSubject({
      tjeneste: found.party.tjeneste,
      to,
      from,
      meldingType: envelope.type,
      partition: partitionOf(melding)
    })
    result.sendings.push({
      message: {
        subject,
        id: transportId(from, envelope.msgId, to, attempt),
        headers: {
          [headerNames.msgId]: envelope.msgId,
          [headerNames.time]: at,
          [headerNames.traceparent]: traceparent,
          ...(envelope.conversation && {
            [headerNames.refToParent]: envelope.conversation.refToParent,
            [headerNames.conversationId]: conversationId
          })
        },
        body
      },
      sent: { msgId: envelope.msgId, meldingType: envelope.type, from, to, genDate: envelope.genDate, conversationId }
    })
  }
  return result
}
