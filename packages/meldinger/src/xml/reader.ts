/** Reads XML in one pass into a tree, and refuses what is not well-formed: the hot path of every melding. */
import { isUtf8 } from 'node:buffer'
import type { XmlNode } from './node.ts'
import type { NotWellFormed } from './not-well-formed.ts'
import { passSpace, readAttributes } from './reader-attributes.ts'
import { BANG, GREATER_THAN, LESS_THAN, QUESTION_MARK, SLASH } from './reader-characters.ts'
import { fail, failLimit, type Input, openInput } from './reader-input.ts'
import { xmlLimits } from './reader-limits.ts'
import { namespaceOf } from './reader-namespaces.ts'
import { readName } from './reader-names.ts'
import { passMisc, passProlog } from './reader-prolog.ts'
import { passComment, readSection, readText } from './reader-text.ts'

type Child = XmlNode | string

/**
 * Reads a document as the strict gate does (`gate.ts`), with the same answer for every document and many times as fast.
 * XML 1.0 fifth edition with namespaces; UTF-8 only, with or without one byte order mark; no document type, no
 * processing instruction. A text of the tree may be a view into the whole document: copy one that is kept for
 * long.
 * @param bytesMax refuse larger documents
 * @returns the root, or why there is none
 */
export function readXml(bytes: Uint8Array, bytesMax: number = xmlLimits.bytesMax): XmlNode | NotWellFormed {
  if (bytes.length > bytesMax) {
    return { type: 'not-well-formed', reason: `more bytes than ${bytesMax}`, position: bytesMax, limit: true }
  }
  if (!isUtf8(bytes)) return { type: 'not-well-formed', reason: 'expected UTF-8', position: 0 }
  const input = openInput(bytes)
  const root = readDocument(input)
  if (root !== undefined) return root
  return input.failure ?? { type: 'not-well-formed', reason: 'expected an element', position: input.at }
}

function readDocument(input: Input): XmlNode | undefined {
  if (!passProlog(input)) return undefined
  if (input.bytes[input.at] !== LESS_THAN) return fail(input, 'expected the root')
  const root = readElement(input)
  if (root === undefined || !passMisc(input)) return undefined
  return input.at === input.length ? root : fail(input, 'expected nothing after the root')
}

/** Reads the element whose `<` is here; within itself for what stands in it, to a depth that has a limit. */
function readElement(input: Input): XmlNode | undefined {
  const { bytes } = input
  if (++input.depth > xmlLimits.depthMax) return failLimit(input, 'elements deeper than we take')
  if (++input.elements > xmlLimits.elementsMax) return failLimit(input, 'more elements than we take')
  const boundBefore = input.bound
  const nameAt = ++input.at
  const name = readName(input)
  if (name === undefined) return undefined
  const nameLength = input.at - nameAt
  const attributes = bytes[input.at] === GREATER_THAN ? undefined : readAttributes(input, boundBefore)
  if (input.failure !== undefined) return undefined
  const namespace = name.prefix === 'xmlns' ? undefined : namespaceOf(input, name.prefix)
  if (namespace === undefined) return fail(input, 'expected the prefix of an element to be bound')
  const children = bytes[input.at] === SLASH ? passEmptyEnd(input) : readContent(input, nameAt, nameLength)
  if (children === undefined) return undefined
  input.bound = boundBefore
  input.depth--
  return { name: name.local, namespace, attributes, children }
}

/** One array for all that have no children; it was made of what others hold, so that the engine treats it alike. */
const noChildren: readonly Child[] = ['nothing'].slice(1)

function passEmptyEnd(input: Input): readonly Child[] | undefined {
  if (input.bytes[input.at + 1] !== GREATER_THAN) return fail(input, 'expected > after /')
  input.at += 2
  return noChildren
}

/** Reads from the `>` of the start tag past the end tag. Text on both sides of a comment or a section is one string. */
function readContent(input: Input, nameAt: number, nameLength: number): readonly Child[] | undefined {
  const { bytes } = input
  input.at++
  let children: Child[] | undefined
  let text = ''
  for (;;) {
    if (bytes[input.at] !== LESS_THAN) {
      const piece = readText(input)
      if (piece === undefined) return undefined
      text += piece
    }
    const next = bytes[input.at + 1]
    if (next === BANG) {
      const piece = readMarkup(input)
      if (piece === undefined) return undefined
      text += piece
      continue
    }
    if (text !== '') children = append(children, text)
    if (next === SLASH) return passEndTag(input, nameAt, nameLength) ? (children ?? noChildren) : undefined
    if (next === QUESTION_MARK) return fail(input, 'expected no processing instruction')
    text = ''
    const child = readElement(input)
    if (child === undefined) return undefined
    children = append(children, child)
  }
}

/** The first child gets an array of its own size, since most elements have one. */
function append(children: Child[] | undefined, child: Child): Child[] {
  if (children === undefined) return [child]
  children.push(child)
  return children
}

function passEndTag(input: Input, nameAt: number, nameLength: number): boolean {
  const { bytes } = input
  const start = input.at + 2
  for (let i = 0; i < nameLength; i++) {
    if (bytes[start + i] !== bytes[nameAt + i]) {
      fail(input, 'expected the end tag of the element that is open')
      return false
    }
  }
  input.at = start + nameLength
  if (bytes[input.at] !== GREATER_THAN) passSpace(input)
  if (bytes[input.at] !== GREATER_THAN) {
    fail(input, 'expected > at the end of an end tag')
    return false
  }
  input.at++
  return true
}

/** Reads a CDATA section or passes a comment. @returns its text, undefined after a failure. */
function readMarkup(input: Input): string | undefined {
  if (input.latin1.startsWith('<!--', input.at)) {
    input.at += 4
    return passComment(input) ? '' : undefined
  }
  if (!input.latin1.startsWith('<![CDATA[', input.at)) return fail(input, 'expected a comment or a CDATA section')
  input.at += 9
  return readSection(input)
}
