/** Publishes a melding as its sender, and waits for what comes back. */
import { type AppRec, decodeMelding, type Envelope, readXml, rolesOf } from '@budstikka/meldinger'
import { headerNames, meldingSubject, newTraceparent, partitionOf, transportId } from '@budstikka/service'
import type { Bus, InMessage, OutMessage } from '@budstikka/transport'
import type { Parties } from './find-parties.ts'

export type DispatchOptions = {
  readonly bus: Bus
  readonly bytes: Uint8Array
  readonly envelope: Envelope
  readonly parties: Parties
  /** How often the same melding was sent before. */
  readonly attempt: number
  /** Position in the stream after which ours will stand. */
  readonly after: number
  readonly timeoutMs: number
}
export type Heard =
  | { readonly type: 'stored'; readonly subject: string; readonly position: number; readonly ms: number }
  | { readonly type: 'receipt'; readonly from: string; readonly appRec: AppRec; readonly ms: number }

/** Tells each hop as it comes; ends when every receiver has answered in every role it has, or when the time is over. */
export async function* dispatch(options: DispatchOptions, signal: AbortSignal): AsyncGenerator<Heard> {
  const { bus, envelope, parties } = options
  const messages = messagesOf(options)
  const ids = new Set(messages.map(({ id }) => id))
  const stop = AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)])
  const startedAt = performance.now()
  await bus.publish(messages, stop)
  const subjects = [...messages.map(({ subject }) => subject), `melding.*.${parties.sender.herId}.*.APPREC.>`]
  let due = parties.receivers.reduce((sum, { herId }) => sum + rolesOf(envelope, herId).length, messages.length)
  for await (const message of bus.tail('MELDINGER', [...new Set(subjects)], options.after + 1, stop)) {
    const ms = Math.round(performance.now() - startedAt)
    if (ids.delete(message.id)) yield { type: 'stored', subject: message.subject, position: message.position, ms }
    else if (message.header(headerNames.refToParent) !== envelope.msgId) continue
    else {
      const appRec = appRecIn(message)
      if (appRec === undefined) continue
      yield { type: 'receipt', from: message.subject.split('.')[3] ?? '', appRec, ms }
    }
    if (--due === 0) return
  }
}

function messagesOf({ bytes, envelope, parties, attempt }: DispatchOptions): readonly OutMessage[] {
  const { msgId, genDate, type: meldingType, conversation } = envelope
  const from = parties.sender.herId
  const partition = partitionOf({ envelope })
  const sentAt = Date.parse(genDate)
  return parties.receivers.map(({ herId: to, tjeneste }) => {
    const id = transportId(from, msgId, to, attempt)
    const headers = {
      [headerNames.msgId]: msgId,
      [headerNames.time]: String(Number.isNaN(sentAt) ? Date.now() : sentAt),
      [headerNames.traceparent]: newTraceparent(id, 1),
      ...(conversation && {
        [headerNames.refToParent]: conversation.refToParent,
        [headerNames.conversationId]: conversation.refToConversation
      })
    }
    return { subject: meldingSubject({ tjeneste, to, from, meldingType, partition }), id, headers, body: bytes }
  })
}

function appRecIn({ body, subject }: InMessage): AppRec | undefined {
  if (subject.split('.')[4] !== 'APPREC') return undefined
  const root = readXml(body)
  if ('reason' in root) return undefined
  const decoded = decodeMelding(root)
  return decoded.type === 'appRec' ? decoded.appRec : undefined
}
