/** Names of elements and attributes: split at the colon, checked once, then known again by their bytes. */
import { byteClass, IN_NAME, isNameWithoutColon } from './reader-characters.ts'
import { fail, failLimit, type Input } from './reader-input.ts'
import { xmlLimits } from './reader-limits.ts'

export type Name = {
  readonly bytes: Uint8Array
  /** '' for none; 'xmlns' for a namespace declaration, also for the one of the default namespace. */
  readonly prefix: string
  /** The name without its prefix; for a namespace declaration the prefix it binds, '' for the default namespace. */
  readonly local: string
  /** The last namespace that the prefix of an attribute stood for, and the attribute's name by it: nearly always the same. */
  keyNamespace: string
  key: string
}

/** A table of fixed size: what a hostile document puts there is put out again by the next. */
const SLOTS = 4096
const known: (Name | undefined)[] = Array.from({ length: SLOTS }, () => undefined)

/** Reads the name that begins here. @returns undefined after a failure. */
export function readName(input: Input): Name | undefined {
  const { bytes } = input
  const start = input.at
  let end = start
  let hash = 0
  for (let byte = bytes[end] ?? 0; ((byteClass[byte] ?? 0) & IN_NAME) !== 0; byte = bytes[++end] ?? 0) {
    hash = (Math.imul(hash, 31) + byte) | 0
  }
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1)
  const name = known[slot]
  if (name === undefined || !isAt(bytes, start, end, name.bytes)) return learnName(input, end, slot)
  input.at = end
  return name
}

function isAt(bytes: Uint8Array, start: number, end: number, expected: Uint8Array): boolean {
  if (end - start !== expected.length) return false
  for (let i = 0; i < expected.length; i++) if (bytes[start + i] !== expected[i]) return false
  return true
}

function learnName(input: Input, end: number, slot: number): Name | undefined {
  const text = input.bytes.toString('utf8', input.at, end)
  if (text === '') return fail(input, 'expected a name')
  if (text.length > xmlLimits.nameLengthMax) return failLimit(input, 'the name is longer than we take')
  const colon = text.indexOf(':')
  const prefix = colon === -1 ? '' : text.slice(0, colon)
  const local = text.slice(colon + 1)
  if (!isNameWithoutColon(local) || (colon !== -1 && !isNameWithoutColon(prefix))) {
    return fail(input, 'expected a name, with at most one colon')
  }
  const name = {
    bytes: Uint8Array.prototype.slice.call(input.bytes, input.at, end),
    ...(text === 'xmlns' ? { prefix: 'xmlns', local: '' } : { prefix: once(prefix), local: once(local) }),
    keyNamespace: '',
    key: ''
  }
  known[slot] = name
  input.at = end
  return name
}

/** @returns the name of an attribute in a namespace as it stands on an XmlNode. */
export function keyIn(namespace: string, name: Name): string {
  if (name.keyNamespace !== namespace) {
    name.key = once(`{${namespace}}${name.local}`)
    name.keyNamespace = namespace
  }
  return name.key
}

/** @returns the one string that the engine keeps of a property's name: comparing such is comparing addresses. */
export function once(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text
}
