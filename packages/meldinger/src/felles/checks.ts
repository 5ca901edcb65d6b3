/** What a wire schema's fields cannot say, beside the plain choices of xml/schema.ts. */
import type { Check } from '../xml/schema.ts'

/** Every one of the checks, where a type has several. */
export function allOf(...checks: readonly Check[]): Check {
  return (isThere, value) => checks.map((check) => check(isThere, value)).find((expected) => expected !== undefined)
}

/** An optional sequence among other elements: all of its keys are there, or none. */
export function allOrNone(...keys: readonly string[]): Check {
  const check = wholeOrNothing(keys, keys, [])
  return (isThere, value) => check(isThere, value)
}

/** A check that says, to those who make values too, what a sequence has that is there at all. */
export type WholeOrNothing = Check & {
  readonly whole: { readonly required: readonly string[]; readonly choice: readonly string[] }
}

/** A sequence that may be left out whole: where any of its keys is there, `required` and one of `choice` (if it has any) are. */
export function wholeOrNothing(
  keys: readonly string[],
  required: readonly string[],
  choice: readonly string[]
): WholeOrNothing {
  const check: Check = (isThere) => {
    if (!keys.some(isThere)) return undefined
    const isWhole = required.every(isThere) && (choice.length === 0 || choice.filter(isThere).length === 1)
    return isWhole ? undefined : ['nothing, or all of', ...required, choice.join(' or ')].join(' ').trim()
  }
  return Object.assign(check, { whole: { required, choice } })
}

export const isWholeOrNothing = (check: Check | undefined): check is WholeOrNothing =>
  check !== undefined && 'whole' in check

/** A list of so many, where the XSD has numbers of its own; whether there may be none at all is for the field to say. */
export function countOf(key: string, least: number, most = Infinity): Check {
  const expected = least === most ? `${least} ${key}` : `${least} to ${most} ${key}`
  return (_isThere, value) => {
    const held = value[key]
    return !Array.isArray(held) || (held.length >= least && held.length <= most) ? undefined : expected
  }
}
