/** The bytes under the reader's hand: where it stands, what is bound, and why it stopped. */
import type { NotWellFormed } from './not-well-formed.ts'
import type { Name } from './reader-names.ts'

/** Everything a reading changes. Each part of the reader moves `at` past what it read, or says why not. */
export type Input = {
  /** The document, followed by a byte 0 that ends every run. */
  readonly bytes: Buffer
  /** One character for each byte: where all are ASCII, a slice of it is the text. */
  readonly latin1: string
  readonly length: number
  at: number
  depth: number
  elements: number
  failure: NotWellFormed | undefined
  /** Namespaces in force, the innermost last; those beyond `bound` are of elements that have ended. */
  readonly prefixes: string[]
  readonly uris: string[]
  bound: number
  /** Names without a prefix of the tag that is being read. */
  readonly plainNames: string[]
  /** Attributes with a prefix that wait for the end of their tag, since it may be bound after them. */
  readonly waitingNames: Name[]
  readonly waitingValues: string[]
}

/** What the prefix xml stands for without being declared. */
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
/** A room of this size is kept from one document to the next; larger documents get their own. */
const ROOM_BYTES = 1024 * 1024

const room = Buffer.alloc(ROOM_BYTES)

/** @param bytes valid UTF-8; they are copied, so the caller may change them afterwards. */
export function openInput(bytes: Uint8Array): Input {
  const length = bytes.length
  const copy = length < ROOM_BYTES ? room : Buffer.allocUnsafe(length + 1)
  copy.set(bytes)
  copy[length] = 0
  return {
    bytes: copy,
    latin1: copy.toString('latin1', 0, length),
    length,
    at: 0,
    depth: 0,
    elements: 0,
    failure: undefined,
    prefixes: ['xml'],
    uris: [XML_NAMESPACE],
    bound: 1,
    plainNames: [],
    waitingNames: [],
    waitingValues: []
  }
}

/** Stops the reading. The first reason is kept, since later ones follow from it. */
export function fail(input: Input, reason: string, at: number = input.at): undefined {
  input.failure ??= { type: 'not-well-formed', reason, position: Math.min(at, input.length) }
}

/** Stops the reading because the document is larger than we take. */
export function failLimit(input: Input, reason: string): undefined {
  input.failure ??= { type: 'not-well-formed', reason, position: input.at, limit: true }
}

/** @returns the text of a run of bytes; `seen` is all its bytes or-ed together and tells whether they are ASCII. */
export function textOf(input: Input, from: number, to: number, seen: number): string {
  if (seen < 0x80) return input.latin1.slice(from, to)
  return to - from <= SHORT_BYTES ? shortTextOf(input, from, to) : input.bytes.toString('utf8', from, to)
}

/** Up to here a name with an æ, ø or å is put together faster than the engine's decoder can be called. */
const SHORT_BYTES = 48

function shortTextOf(input: Input, from: number, to: number): string {
  const { bytes, latin1 } = input
  let text = ''
  let start = from
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) continue
    // Only U+0080–U+00FF, which two bytes hold: what Norwegian needs.
    if (byte > 0xc3) return bytes.toString('utf8', from, to)
    text += latin1.slice(start, at) + String.fromCharCode(((byte & 0x1f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f))
    start = ++at + 1
  }
  return text + latin1.slice(start, to)
}
