/** Text between tags, CDATA sections and comments: what is plain is cut out in one piece (XML 1.0 §2.4, §2.5, §2.7). */
import {
  AMPERSAND,
  byteClass,
  CARRIAGE_RETURN,
  CLOSING_BRACKET,
  ENDS_CDATA,
  ENDS_COMMENT,
  ENDS_TEXT,
  GREATER_THAN,
  HYPHEN,
  isAllowedLead,
  LESS_THAN,
  LINE_FEED,
  SPACE
} from './reader-characters.ts'
import { fail, type Input, textOf } from './reader-input.ts'
import { readReference } from './reader-references.ts'

/**
 * Reads up to the next `<`.
 * @returns the text with references resolved and line ends made \n; undefined after a failure
 */
export function readText(input: Input): string | undefined {
  const { bytes, at } = input
  let end = at
  let seen = 0
  let byte = bytes[end] ?? 0
  if (byte === LINE_FEED) {
    do byte = bytes[++end] ?? 0
    while (byte === SPACE)
    const indent = byte === LESS_THAN ? indents[end - at - 1] : undefined
    if (indent !== undefined) {
      input.at = end
      return indent
    }
  }
  for (; ((byteClass[byte] ?? 0) & ENDS_TEXT) === 0; byte = bytes[++end] ?? 0) seen |= byte
  if (byte !== LESS_THAN) return readRoughText(input)
  input.at = end
  return textOf(input, at, end, seen)
}

/** Half the texts of a document laid out for the eye are a line end and some spaces: these are made only once. */
const indents: readonly string[] = Array.from({ length: 64 }, (_, spaces) => `\n${' '.repeat(spaces)}`)

/** Text in which something other than `<` ended a plain run; reads it from its beginning. */
function readRoughText(input: Input): string | undefined {
  const { bytes } = input
  let text = ''
  for (let end = input.at; ;) {
    while (((byteClass[bytes[end] ?? 0] ?? 0) & ENDS_TEXT) === 0) end++
    const byte = bytes[end] ?? 0
    if (isAllowedLead(bytes, end) || (byte === CLOSING_BRACKET && !isSectionEnd(bytes, end))) {
      end++
      continue
    }
    text += input.bytes.toString('utf8', input.at, end)
    input.at = end
    if (byte === LESS_THAN) return text
    if (byte === CARRIAGE_RETURN) {
      text += readLineEnd(input)
    } else if (byte === AMPERSAND) {
      const character = readReference(input)
      if (character === undefined) return undefined
      text += character
    } else return fail(input, whyNotText(input, byte))
    end = input.at
  }
}

/** XML 1.0 §2.11: a carriage return, alone or before a line feed, reads as one line feed. */
function readLineEnd(input: Input): string {
  input.at += input.bytes[input.at + 1] === LINE_FEED ? 2 : 1
  return '\n'
}

function whyNotText(input: Input, byte: number): string {
  if (byte === CLOSING_BRACKET) return ']]> may not stand in text'
  return input.at >= input.length ? 'the document ends within an element' : 'a character that XML cannot hold'
}

function isSectionEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === CLOSING_BRACKET && bytes[at + 1] === CLOSING_BRACKET && bytes[at + 2] === GREATER_THAN
}

/** Reads the CDATA section of which `<![CDATA[` has been read. @returns its text, undefined after a failure. */
export function readSection(input: Input): string | undefined {
  const { bytes } = input
  let text = ''
  for (let end = input.at; ;) {
    while (((byteClass[bytes[end] ?? 0] ?? 0) & ENDS_CDATA) === 0) end++
    const isEnd = isSectionEnd(bytes, end)
    if (isAllowedLead(bytes, end) || (bytes[end] === CLOSING_BRACKET && !isEnd)) {
      end++
      continue
    }
    text += input.bytes.toString('utf8', input.at, end)
    input.at = isEnd ? end + 3 : end
    if (isEnd) return text
    if (bytes[end] !== CARRIAGE_RETURN) return fail(input, 'expected the section to end and to hold only characters')
    text += readLineEnd(input)
    end = input.at
  }
}

/** Passes the comment of which `<!--` has been read. @returns false after a failure. */
export function passComment(input: Input): boolean {
  const { bytes } = input
  for (let end = input.at; ; end++) {
    while (((byteClass[bytes[end] ?? 0] ?? 0) & ENDS_COMMENT) === 0) end++
    if (isAllowedLead(bytes, end) || (bytes[end] === HYPHEN && bytes[end + 1] !== HYPHEN)) continue
    if (bytes[end] !== HYPHEN || bytes[end + 2] !== GREATER_THAN) {
      fail(input, 'expected the comment to end at its first -- and to hold only characters', end)
      return false
    }
    input.at = end + 3
    return true
  }
}
