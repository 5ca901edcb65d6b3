/** The strict door: every byte from outside passes here, read by saxes with a limit on everything. */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { growTree, type Tree } from './gate-tree.ts'
import type { XmlNode } from './node.ts'
import type { NotWellFormed } from './not-well-formed.ts'
import { type Attributes, emptyAttributes } from './reader-attributes.ts'
import { isNameWithoutColon } from './reader-characters.ts'
import { type XmlLimits, xmlLimits } from './reader-limits.ts'
import { whyNotBound } from './reader-namespaces.ts'

/**
 * Reads a document from outside. XML 1.0 with namespaces, strict UTF-8 with at most one byte order mark; no document
 * type, no processing instruction, no other encoding or version. Text on both sides of a comment or a CDATA section
 * is one string, so that no id can be read in part.
 * @param limits those that differ from the usual
 * @returns the root, or why there is none
 */
export function gate(bytes: Uint8Array, limits: Partial<XmlLimits> = {}): XmlNode | NotWellFormed {
  const all = { ...xmlLimits, ...limits }
  if (bytes.length > all.bytesMax) {
    return { type: 'not-well-formed', reason: `more bytes than ${all.bytesMax}`, position: all.bytesMax, limit: true }
  }
  const text = decode(bytes)
  if (text === undefined) return { type: 'not-well-formed', reason: 'expected UTF-8', position: 0 }
  const parser = new SaxesParser({ xmlns: true, position: false })
  const tree = growTree()
  refuseForms(parser)
  grow(parser, tree, all)
  try {
    parser.write(text).close()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const position = Buffer.byteLength(text.slice(0, parser.position))
    const refusal = { type: 'not-well-formed', reason: error.message, position } as const
    return error.isLimit ? { ...refusal, limit: true } : refusal
  }
  return tree.root() ?? { type: 'not-well-formed', reason: 'expected a root', position: bytes.length }
}

/** Thrown out of a callback of the parser, so that it stops there. */
class Refused extends Error {
  override readonly name = 'Refused'
  readonly isLimit: boolean

  constructor(reason: string, isLimit: boolean) {
    super(reason)
    this.isLimit = isLimit
  }
}

function refuse(reason: string): never {
  throw new Refused(reason, false)
}

function refuseLimit(reason: string): never {
  throw new Refused(reason, true)
}

/** The byte order mark is left in, so that a second one is refused as text before the root. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

type Parser = SaxesParser<{ xmlns: true; position: false }>

/** What saxes takes and we do not. */
function refuseForms(parser: Parser): void {
  // What follows the colon of a message is a piece of the document.
  parser.on('error', ({ message }) => refuse(message.replace(/:.*/s, '')))
  parser.on('doctype', () => refuse('expected no document type'))
  parser.on('processinginstruction', () => refuse('expected no processing instruction'))
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0') refuse('expected version 1.0')
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') refuse('expected the encoding UTF-8')
  })
}

/** Each limit stands in the callback that first sees what is beyond it. */
function grow(parser: Parser, tree: Tree, limits: XmlLimits): void {
  let attributes = 0
  let elements = 0
  let namespaces = 0
  parser.on('opentagstart', ({ name }) => {
    attributes = 0
    if (tree.depth() >= limits.depthMax) refuseLimit('elements deeper than we take')
    if (++elements > limits.elementsMax) refuseLimit('more elements than we take')
    inspectName(name, limits)
  })
  parser.on('attribute', ({ name, prefix, local, value }) => {
    if (++attributes > limits.attributesMax) refuseLimit('more attributes than we take')
    if (value.length > limits.valueLengthMax) refuseLimit('an attribute longer than we take')
    inspectName(name, limits)
    const bound = name === 'xmlns' ? '' : prefix === 'xmlns' ? local : undefined
    if (bound === undefined) return
    if (++namespaces > limits.namespacesMax) refuseLimit('more namespaces in force than we take')
    const reason = whyNotBound(bound, value)
    if (reason !== undefined) refuse(reason)
  })
  parser.on('opentag', (tag) => {
    tree.open({ name: tag.local, namespace: tag.uri, attributes: attributesOf(tag) })
  })
  parser.on('text', tree.text)
  parser.on('cdata', tree.text)
  parser.on('closetag', ({ ns }) => {
    namespaces -= Object.keys(ns).length
    tree.close()
  })
}

/** Namespaces in XML §4: each side of the colon is a name by itself, which saxes does not look at. */
function inspectName(name: string, limits: XmlLimits): void {
  if (name.length > limits.nameLengthMax) refuseLimit('a name longer than we take')
  const colon = name.indexOf(':')
  if (colon !== -1 && !isNameWithoutColon(name.slice(colon + 1))) refuse('expected a name after the colon')
}

function attributesOf(tag: SaxesTagNS): Attributes | undefined {
  let attributes: Attributes | undefined
  for (const { name, prefix, local, uri, value } of Object.values(tag.attributes)) {
    if (name === 'xmlns' || prefix === 'xmlns') continue
    attributes ??= emptyAttributes()
    attributes[prefix === '' ? local : `{${uri}}${local}`] = value
  }
  return attributes
}
