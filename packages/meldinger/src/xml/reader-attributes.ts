/** Attributes of a start tag and the namespaces it declares (XML 1.0 §3.1, Namespaces in XML §3 and §6.3). */
import {
  AMPERSAND,
  byteClass,
  CARRIAGE_RETURN,
  DOUBLE_QUOTE,
  ENDS_VALUE,
  EQUALS,
  GREATER_THAN,
  IS_SPACE,
  isAllowedLead,
  LESS_THAN,
  LINE_FEED,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  TAB
} from './reader-characters.ts'
import { fail, failLimit, type Input, textOf } from './reader-input.ts'
import { xmlLimits } from './reader-limits.ts'
import { bind, namespaceOf } from './reader-namespaces.ts'
import { keyIn, readName } from './reader-names.ts'
import { readReference } from './reader-references.ts'

export type Attributes = Record<string, string>

/** Inherits nothing, so that an attribute named `constructor` is absent where it was not written. Objects made
 * from it stay quick, which those made with `Object.create(null)` do not. */
const noAttributes: object = Object.create(null)

/** @returns a record with nothing in it, not even what every object has. */
export function emptyAttributes(): Attributes {
  return Object.create(noAttributes)
}

/** Reads up to the `>` or `/` of the tag. @returns undefined where there are no attributes, or after a failure. */
export function readAttributes(input: Input, boundBefore: number): Attributes | undefined {
  let attributes: Attributes | undefined
  let plain = 0
  for (let count = 1; ; count++) {
    const isSpaced = passSpace(input)
    const byte = input.bytes[input.at]
    if (byte === GREATER_THAN || byte === SLASH) break
    if (!isSpaced) return fail(input, 'expected white space before an attribute')
    if (count > xmlLimits.attributesMax) return failLimit(input, 'more attributes than we take')
    const name = readName(input)
    if (name === undefined) return undefined
    const value = readAssignedValue(input)
    if (value === undefined) return undefined
    if (name.prefix === '') {
      attributes ??= emptyAttributes()
      if (isAmong(input.plainNames, plain, name.local)) return fail(input, 'expected an attribute once')
      input.plainNames[plain++] = name.local
      attributes[name.local] = value
    } else if (name.prefix === 'xmlns') {
      bind(input, name.local, value, boundBefore)
      if (input.failure !== undefined) return undefined
    } else {
      input.waitingNames.push(name)
      input.waitingValues.push(value)
    }
  }
  return input.waitingNames.length === 0 ? attributes : takeWaiting(input, attributes ?? emptyAttributes())
}

/** Quicker than to ask an object for what it does not have. */
function isAmong(names: readonly string[], count: number, name: string): boolean {
  for (let i = 0; i < count; i++) if (names[i] === name) return true
  return false
}

/** Passes white space, if any. @returns whether there was some. */
export function passSpace(input: Input): boolean {
  const { bytes, at } = input
  let end = at
  while (((byteClass[bytes[end] ?? 0] ?? 0) & IS_SPACE) !== 0) end++
  input.at = end
  return end > at
}

function readAssignedValue(input: Input): string | undefined {
  const { bytes } = input
  if (bytes[input.at] !== EQUALS) passSpace(input)
  if (bytes[input.at] !== EQUALS) return fail(input, 'expected = after the name of an attribute')
  input.at++
  let quote = bytes[input.at] ?? 0
  if (quote !== DOUBLE_QUOTE) {
    passSpace(input)
    quote = bytes[input.at] ?? 0
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return fail(input, 'expected a quoted value')
  }
  input.at++
  const value = readValue(input, quote)
  if (value !== undefined && value.length > xmlLimits.valueLengthMax) {
    return failLimit(input, 'the value of an attribute is longer than we take')
  }
  return value
}

/** Reads past the closing quote. @returns the value with references resolved and each white space a space (§3.3.3). */
function readValue(input: Input, quote: number): string | undefined {
  const { bytes, at } = input
  let end = at
  let seen = 0
  let byte = bytes[end] ?? 0
  for (; ((byteClass[byte] ?? 0) & ENDS_VALUE) === 0; byte = bytes[++end] ?? 0) seen |= byte
  if (byte !== quote) return readRoughValue(input, quote)
  input.at = end + 1
  return textOf(input, at, end, seen)
}

function readRoughValue(input: Input, quote: number): string | undefined {
  const { bytes } = input
  let value = ''
  for (let end = input.at; ;) {
    while (((byteClass[bytes[end] ?? 0] ?? 0) & ENDS_VALUE) === 0) end++
    const byte = bytes[end] ?? 0
    if (byte !== quote && (byte === DOUBLE_QUOTE || byte === SINGLE_QUOTE || isAllowedLead(bytes, end))) {
      end++
      continue
    }
    value += bytes.toString('utf8', input.at, end)
    input.at = end + 1
    if (byte === quote) return value
    if (byte === AMPERSAND) {
      input.at = end
      const character = readReference(input)
      if (character === undefined) return undefined
      value += character
    } else if (byte === TAB || byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      if (byte === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED) input.at++
      value += String.fromCharCode(SPACE)
    } else return fail(input, byte === LESS_THAN ? '< may not stand in a value' : 'expected the value to end', end)
    end = input.at
  }
}

function takeWaiting(input: Input, attributes: Attributes): Attributes | undefined {
  const { waitingNames, waitingValues } = input
  for (let i = 0; i < waitingNames.length; i++) {
    const name = waitingNames[i]
    if (name === undefined) break
    const namespace = namespaceOf(input, name.prefix)
    if (namespace === undefined) return fail(input, 'expected the prefix of an attribute to be bound')
    const key = keyIn(namespace, name)
    if (attributes[key] !== undefined) return fail(input, 'expected an attribute once')
    attributes[key] = waitingValues[i] ?? ''
  }
  waitingNames.length = 0
  waitingValues.length = 0
  return attributes
}
