/** Letters to `dead.<service>`: a message that nobody can use, kept with its body and the reason, for somebody to look at. */
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

export type Unsent = {
  readonly from: string
  /** '' where nobody is named. */
  readonly to: string
  readonly msgId: string
  readonly meldingType: string
  readonly attempt: number
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
}

/** About what could not leave: as if it had been sent to a service that nobody has, so that the books see it die. */
export function unsentLetter(service: string, unsent: Unsent, reason: string): OutMessage {
  const { from, msgId, meldingType, attempt, at } = unsent
  const to = unsent.to || '0'
  const headers: Readonly<Record<string, string>> = {
    [headerNames.msgId]: msgId,
    [headerNames.time]: String(at)
  }
  const message = {
    id: transportId(from, msgId, to, attempt),
    subject: meldingSubject({ tjeneste: 'ukjent', to, from, meldingType, partition: 0 }),
    body: new Uint8Array(),
    header: (name: string) => headers[name]
  }
  return deadLetter(service, message, reason)
}
