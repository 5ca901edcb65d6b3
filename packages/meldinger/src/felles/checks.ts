/** What a wire schema's fields cannot say, beside the plain choices of xml/schema.ts. */
import type { Check } from '../xml/schema.ts'

/** Every one of the checks, where a type has several. */
export function allOf(...checks: readonly Check[]): Check {
  return (isThere, value) => checks.map((check) => check(isThere, value)).find((expected) => expected !== undefined)
}

/** An optional sequence of elements: they come together. */
export function allOrNone(...keys: readonly string[]): Check {
  const expected = `all of ${keys.join(', ')}, or none`
  return (isThere) => (keys.every(isThere) || !keys.some(isThere) ? undefined : expected)
}

/** A list of so many, where the XSD has numbers of its own; whether there may be none at all is for the field to say. */
export function countOf(key: string, least: number, most = Infinity): Check {
  const expected = least === most ? `${least} ${key}` : `${least} to ${most} ${key}`
  return (_isThere, value) => {
    const held = value[key]
    return !Array.isArray(held) || (held.length >= least && held.length <= most) ? undefined : expected
  }
}
