/** From what a melding means to XML text. */
import assert from 'node:assert/strict'
import type { AppRec } from './app-rec.ts'
import { writeAppRec } from './app-rec/wire.ts'
import { formatNamed } from './formats.ts'
import type { Melding, Payload } from './melding.ts'
import { attachmentDocument, payloadDocument } from './msg-head/document.ts'
import { msgInfoOf } from './msg-head/envelope.ts'
import { MsgInfo, msgHead } from './msg-head/schema.ts'
import { prefixesOf } from './xml/prefixes.ts'
import { encoderOf } from './xml/schema-encode.ts'
import { writeXml } from './xml/write.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
// Only a copy to a private person would need felleskomponent1, and an envelope has none: its prefix is not declared.
const writeMsgInfo = encoderOf(MsgInfo, msgHead, 'MsgInfo', prefixesOf(MsgInfo, msgHead), '')

/**
 * A melding as MsgHead 1.2; the payload of a received melding is written as it came. Throws on what the schema does not have
 * (an organisation without an identifier, a required element left out) and on characters that XML cannot hold.
 */
export function encodeMelding({ envelope, payload, attachments }: Melding): string {
  let documents = payloadDocument(encodePayload(payload))
  for (const attachment of attachments) documents += attachmentDocument(attachment)
  return `${declaration}<MsgHead xmlns="${msgHead}">${writeMsgInfo(msgInfoOf(envelope))}${documents}</MsgHead>`
}

export function encodeAppRec(appRec: AppRec): string {
  return declaration + writeAppRec(appRec)
}

function encodePayload(payload: Payload): string {
  if (payload.element !== undefined) return writeXml(payload.element)
  const format = formatNamed(payload.format, payload.version)
  assert(format !== undefined, `${payload.format} ${payload.version} is a format of formats.ts`)
  return format.encode(payload.content)
}
