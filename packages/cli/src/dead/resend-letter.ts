/** A dead letter as the message that it was: published again, it is heard as if it had come for the first time. */
import { decodeMelding, readXml } from '@budstikka/meldinger'
import { type DeadLetter, headerNames } from '@budstikka/service'
import type { OutMessage } from '@budstikka/transport'

/**
 * The same id and subject, so that the books know the sending again: it is dead until a receipt comes. The headers that a letter
 * does not carry are read from the body. A string says why it cannot be sent.
 */
export function messageOf({
  originalSubject,
  originalId,
  msgId,
  time,
  traceparent,
  body
}: DeadLetter): OutMessage | string {
  if (originalSubject.startsWith('melding.ukjent.') || body === '')
    return 'it never left, since its receiver was closed or unknown; its sender must send it again'
  const bytes = Buffer.from(body, 'base64')
  return {
    subject: originalSubject,
    id: originalId,
    headers: {
      ...(msgId !== undefined && { [headerNames.msgId]: msgId }),
      ...(time !== undefined && { [headerNames.time]: time }),
      ...(traceparent !== undefined && { [headerNames.traceparent]: traceparent }),
      ...(originalSubject.startsWith('melding.') && referencesIn(bytes))
    },
    body: bytes
  }
}

/** None where it cannot be read: it goes as it came, and may die again. */
function referencesIn(bytes: Uint8Array): Readonly<Record<string, string>> {
  const root = readXml(bytes)
  if ('reason' in root) return {}
  const decoded = decodeMelding(root)
  if (decoded.type === 'appRec') {
    const { original, status, role } = decoded.appRec
    return {
      [headerNames.refToParent]: oneLine(original.id),
      [headerNames.appRecStatus]: status,
      ...(role === 'COP' && { [headerNames.appRecRole]: role })
    }
  }
  const envelope = decoded.type === 'melding' ? decoded.melding.envelope : decoded.envelope
  if (envelope?.conversation === undefined) return {}
  return {
    [headerNames.refToParent]: oneLine(envelope.conversation.refToParent),
    [headerNames.conversationId]: oneLine(envelope.conversation.refToConversation)
  }
}

const oneLine = (text: string) => text.slice(0, 256).replaceAll(/[\r\n]+/g, ' ')
