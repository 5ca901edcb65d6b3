/** Letters to `dead.<service>`: a message that nobody can use, kept with its body and the reason, for somebody to look at. */
import { herIdOf, type Melding } from '@budstikka/meldinger'
import type { InMessage, OutMessage } from '@budstikka/transport'
import { deadSubject, headerNames, meldingSubject, transportId } from './subjects.ts'

type Dead = Pick<InMessage, 'id' | 'subject' | 'body' | 'header'>

/** About a message that came. */
export function deadLetter(service: string, message: Dead, reason: string): OutMessage {
  const carried = [headerNames.msgId, headerNames.time, headerNames.traceparent].flatMap((name) => {
    const value = message.header(name)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    subject: deadSubject(service),
    id: `dead.${service}.${message.id}`,
    headers: {
      ...Object.fromEntries(carried),
      [headerNames.reason]: reason,
      [headerNames.originalId]: message.id,
      [headerNames.originalSubject]: message.subject
    },
    body: message.body
  }
}

/** About a melding that could not leave: as if it had been sent to a service that nobody has, so that the books see it die. */
export function unsentLetter(
  service: string,
  { melding: { envelope }, to, attempt }: { melding: Melding; to: string; attempt: number },
  reason: string
): OutMessage {
  const from = herIdOf(envelope.sender) ?? '0'
  const receiver = to || '0'
  const headers: Readonly<Record<string, string>> = {
    [headerNames.msgId]: envelope.msgId,
    [headerNames.time]: String(Date.parse(envelope.genDate))
  }
  const unsent = {
    id: transportId(from, envelope.msgId, receiver, attempt),
    subject: meldingSubject({ tjeneste: 'ukjent', to: receiver, from, meldingType: envelope.type, partition: 0 }),
    body: new Uint8Array(),
    header: (name: string) => headers[name]
  }
  return deadLetter(service, unsent, reason)
}
