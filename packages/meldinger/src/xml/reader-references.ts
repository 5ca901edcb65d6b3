/** Character references and the five entities that XML 1.0 gives (§4.1, §4.6); there are no others without a DTD. */
import { AMPERSAND, HASH, isCharacter, SEMICOLON } from './reader-characters.ts'
import { fail, type Input } from './reader-input.ts'

/** Reads the reference that begins here. @returns the character it stands for, undefined after a failure. */
export function readReference(input: Input): string | undefined {
  const { bytes, at } = input
  if (bytes[at] !== AMPERSAND) return fail(input, 'expected a reference')
  if (bytes[at + 1] === HASH) return readCharacterReference(input)
  const end = input.latin1.indexOf(';', at)
  const character = end === -1 || end - at > 5 ? undefined : characterOf(input.latin1.slice(at + 1, end))
  if (character === undefined) return fail(input, 'expected one of the five entities of XML')
  input.at = end + 1
  return character
}

function characterOf(entity: string): string | undefined {
  if (entity === 'amp') return '&'
  if (entity === 'lt') return '<'
  if (entity === 'gt') return '>'
  if (entity === 'quot') return '"'
  return entity === 'apos' ? "'" : undefined
}

const LOWER_X = 0x78
/** No character is beyond it, so that a number of any length can be read without losing digits. */
const BEYOND = 0x110000

function readCharacterReference(input: Input): string | undefined {
  const { bytes } = input
  const base = bytes[input.at + 2] === LOWER_X ? 16 : 10
  const start = input.at + (base === 16 ? 3 : 2)
  let end = start
  let code = 0
  for (let digit = digitOf(bytes[end] ?? 0); digit < base; digit = digitOf(bytes[++end] ?? 0)) {
    code = Math.min(code * base + digit, BEYOND)
  }
  if (end === start || bytes[end] !== SEMICOLON) return fail(input, 'expected the number of a character')
  if (!isCharacter(code)) return fail(input, 'the reference is to a character that XML cannot hold')
  input.at = end + 1
  return String.fromCodePoint(code)
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : 99
}
