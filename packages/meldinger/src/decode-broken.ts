/** A tolerant reader of what is not well-formed: whoever sent it can be told, as long as the head is whole (HITS 1168 §6.2: T01). */
import { decodeMelding, type Unreadable } from './decode.ts'
import { isNotWellFormed, type NotWellFormed } from './xml/not-well-formed.ts'
import { readXml } from './xml/reader.ts'

const rootTag = /<((?:[A-Za-z_][\w.-]*:)?MsgHead)(?=[\s>])[^<>]*>/
const infoTag = /<((?:[A-Za-z_][\w.-]*:)?MsgInfo)(?=[\s>])[^<>]*>/

/**
 * Reads MsgInfo alone, under the root's own tag with its namespaces; everything behind it may be broken. Undefined where the head
 * is broken too, is in another encoding, or names no sender: then nobody can be answered (AMQP 2.2.3).
 */
export function decodeBroken(bytes: Uint8Array, { reason, position }: NotWellFormed): Unreadable | undefined {
  const text = textOf(bytes)
  const [openingTag, name] = rootTag.exec(text) ?? []
  const info = infoTag.exec(text)
  // The first of each and no other is looked for: what somebody has filled with tags takes no longer than its length.
  const end = info === null ? -1 : text.indexOf(`</${info[1]}>`, info.index)
  if (openingTag === undefined || info === null || end < 0) return undefined
  const head = readXml(Buffer.from(`${openingTag}${text.slice(info.index, end)}</${info[1]}></${name}>`))
  if (isNotWellFormed(head)) return undefined
  const decoded = decodeMelding(head)
  // A head without a document has faults of its own, which are not the sender's.
  if (decoded.type !== 'unreadable' || decoded.envelope === undefined) return undefined
  const faults = [{ path: '', expected: 'well-formed XML', came: `${reason}, at byte ${position}` }]
  return { type: 'unreadable', code: 'T01', faults, envelope: decoded.envelope }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}
