/** Two legal versions of a standard: the same shapes in two namespaces, with what one of them alone has. */
import type { Check, Field } from '../xml/schema.ts'
import { inThisVersion } from '../xml/schema.ts'

export type Edition = {
  readonly namespace: string
  readonly isNewer: boolean
  /** What only the newer has. */
  readonly added: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
  /** What only the older has. */
  readonly dropped: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
}

export function edition(namespace: string, age: 'older' | 'newer'): Edition {
  const isNewer = age === 'newer'
  const absent = <T>(field: Field<T, 'optional'>) => inThisVersion(field, 'absent')
  const present = <T>(field: Field<T, 'optional'>) => field
  return { namespace, isNewer, added: isNewer ? present : absent, dropped: isNewer ? absent : present }
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
