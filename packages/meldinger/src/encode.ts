/** From what a melding means to XML text. */
import assert from 'node:assert/strict'
import type { AppRec } from './app-rec.ts'
import { writeAppRec } from './app-rec/wire.ts'
import { writeEnvelope } from './basismelding/own-envelope.ts'
import type { Format } from './format.ts'
import { formatNamed, typeCode } from './formats.ts'
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
 * A melding as MsgHead 1.2, or as the document that has an envelope of its own; the payload of a received melding is written as it
 * came. Throws on what the schema does not have (an organisation without an identifier, a required element left out) and on
 * characters that XML cannot hold.
 */
export function encodeMelding(melding: Melding): string {
  const format = formatOf(melding.payload)
  if (format.ownEnvelope !== undefined) return declaration + format.encode(enclosed(melding).payload.content)
  const { envelope, payload, attachments } = melding
  let documents = payloadDocument(payload.element ? writeXml(payload.element) : format.encode(payload.content))
  for (const attachment of attachments) documents += attachmentDocument(attachment)
  return `${declaration}<MsgHead xmlns="${msgHead}">${writeMsgInfo(msgInfoOf(envelope))}${documents}</MsgHead>`
}

/** The melding with its envelope in the document too, where the standard has no MsgHead: as its receiver reads it. */
export function enclosed(melding: Melding): Melding {
  const { envelope, payload, attachments } = melding
  const { ownEnvelope } = formatOf(payload)
  if (ownEnvelope === undefined) return melding
  assert(attachments.length === 0, `${payload.format} holds its attachments itself, in RefDoc`)
  const { element: _asItCame, content, ...rest } = payload
  return {
    ...melding,
    payload: { ...rest, content: writeEnvelope(content, envelope, ownEnvelope, typeCode(envelope.type)) }
  }
}

export function encodeAppRec(appRec: AppRec): string {
  return declaration + writeAppRec(appRec)
}

function formatOf({ format: name, version }: Payload): Format {
  const format = formatNamed(name, version)
  assert(format !== undefined, `${name} ${version} is a format of formats.ts`)
  return format
}
