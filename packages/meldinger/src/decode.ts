/** From an XML element to what it means: a melding, an AppRec, or why it is neither. */
import type { AppRec } from './app-rec.ts'
import { appRecNamespaces } from './app-rec/schema.ts'
import { appRecOf } from './app-rec/wire.ts'
import { readEnvelope, type OwnEnvelope } from './basismelding/own-envelope.ts'
import type { Format } from './format.ts'
import { formatOfRoot } from './formats.ts'
import type { Envelope, Melding } from './melding.ts'
import { attachmentsOf, payloadRootOf } from './msg-head/document.ts'
import { envelopeOf } from './msg-head/envelope.ts'
import type { MsgHead as MsgHeadValue } from './msg-head/schema.ts'
import { MsgHead, msgHead } from './msg-head/schema.ts'
import { faultsOf, receivedPayload } from './payload.ts'
import type { XmlNode } from './xml/node.ts'
import type { DeepPartial } from './xml/schema-decode.ts'
import type { Fault } from './xml/schema-fault.ts'
import { decode } from './xml/schema-decode.ts'

export type Decoded =
  | { readonly type: 'melding'; readonly melding: Melding }
  | { readonly type: 'appRec'; readonly appRec: AppRec }
  | Unreadable

/** Not what the standards say. */
export type Unreadable = {
  readonly type: 'unreadable'
  /**
   * List 8221: T10 for a root, namespace or version that is not supported, T02 for a fault against the schema, T01 for what is not
   * well-formed behind its head (decode-broken.ts).
   */
  readonly code: 'T01' | 'T02' | 'T10'
  readonly faults: readonly Fault[]
  /** What could be read of the head, '' where nothing could; undefined when there is no MsgHead, or it names no sender. */
  readonly envelope?: Envelope
  /** In which version the payload's format is answered (HITS 1168 §8.3); undefined where the format is not known. */
  readonly appRecVersion?: AppRec['version']
}

/**
 * Decodes a document. The envelope is always decoded by its schema. `checksPayload: false` leaves the payload's content
 * until it is asked for: a fault in it is then seen by `contentOf` and `faultsOf` only.
 */
export function decodeMelding(root: XmlNode, { checksPayload = true }: { checksPayload?: boolean } = {}): Decoded {
  if (root.name === 'MsgHead' && root.namespace === msgHead) return decodeMsgHead(root, checksPayload)
  const format = formatOfRoot(root)
  if (format?.ownEnvelope !== undefined) return decodeDocument(root, format, format.ownEnvelope)
  const version = root.name === 'AppRec' ? appRecNamespaces.get(root.namespace) : undefined
  if (version === undefined) return unsupported(root, 'MsgHead, AppRec or a document of docs/meldinger.md')
  const appRec = appRecOf(root, version)
  return 'faults' in appRec ? unreadable('T02', appRec.faults) : { type: 'appRec', appRec }
}

function decodeMsgHead(root: XmlNode, checksPayload: boolean): Decoded {
  const outcome = decode(MsgHead, root)
  if (outcome.type === 'faults') return unreadable('T02', outcome.faults, readableEnvelope(outcome.partial))
  const head = outcome.value
  const envelope = envelopeOf(head.MsgInfo)
  const element = payloadRootOf(head)
  if (element === undefined) return unreadable('T02', [missingPayload], envelope)
  const format = formatOfRoot(element)
  if (format === undefined) return unsupported(element, 'a payload of docs/meldinger.md', envelope)
  const payload = receivedPayload(element, format)
  const { attachments, faults } = attachmentsOf(head)
  const all = checksPayload ? [...faults, ...faultsOf(payload)] : faults
  return all.length > 0
    ? { ...unreadable('T02', all, envelope), appRecVersion: format.appRec }
    : { type: 'melding', melding: { envelope, payload, attachments } }
}

/** A document without a MsgHead is decoded whole, since its envelope is a part of it. */
function decodeDocument(root: XmlNode, format: Format, own: OwnEnvelope): Decoded {
  const payload = receivedPayload(root, format)
  const envelope = readEnvelope(payload.content, own)
  const faults = faultsOf(payload)
  return faults.length > 0
    ? { ...unreadable('T02', faults, hasSender(envelope) ? envelope : undefined), appRecVersion: format.appRec }
    : { type: 'melding', melding: { envelope, payload, attachments: [] } }
}

// PatientReport, the other branch of MsgHead, is for reports to registers.
const missingPayload = { path: 'MsgHead/Document', expected: 'a RefDoc with XML in Content', came: 'none' }

function readableEnvelope(head: DeepPartial<MsgHeadValue>): Envelope | undefined {
  const envelope = head.MsgInfo && envelopeOf(head.MsgInfo)
  return envelope && hasSender(envelope) ? envelope : undefined
}

function hasSender({ sender: { organisation, service, person } }: Envelope): boolean {
  return [organisation, service, person].some((level) => level?.idents.some(({ id }) => id !== ''))
}

function unsupported({ name, namespace }: XmlNode, expected: string, envelope?: Envelope): Unreadable {
  const came = `${name.slice(0, 64)} in ${namespace.slice(0, 128) || 'no namespace'}`
  return unreadable('T10', [{ path: '', expected, came }], envelope)
}

function unreadable(code: Unreadable['code'], faults: readonly Fault[], envelope?: Envelope): Unreadable {
  return { type: 'unreadable', code, faults, ...(envelope && { envelope }) }
}
