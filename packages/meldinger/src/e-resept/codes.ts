/** Codes of e-resept with their names, so that nobody writes one that the list does not have. */
import { oidOf } from '../felles/code-names.ts'
import { codesOfFlow } from './codes-of-flow.ts'
import { codesOfGoods } from './codes-of-goods.ts'

const lists = { ...codesOfFlow, ...codesOfGoods }
type Lists = typeof lists
/** By number, for who shows them. */
export const eReseptLists: Readonly<Record<string, Readonly<Record<string, string>>>> = lists
export type EReseptList = keyof Lists
export type EReseptCode<L extends EReseptList> = keyof Lists[L] & string

/** A code whose list follows from the field (CS). */
export function eReseptCs<L extends EReseptList>(
  list: L,
  code: EReseptCode<L>
): { readonly V: string; readonly DN: string } {
  const names: Readonly<Record<string, string>> = lists[list]
  return { V: code, DN: names[code] ?? '' }
}

/** A code with its list (CV). */
export function eReseptCv<L extends EReseptList>(
  list: L,
  code: EReseptCode<L>
): { readonly V: string; readonly S: string; readonly DN: string } {
  const { V, DN } = eReseptCs(list, code)
  return { V, S: oidOf(list), DN }
}

/** Whether the list has a code that came from outside. */
export function isEReseptCode<L extends EReseptList>(list: L, code: string | undefined): code is EReseptCode<L> {
  return code !== undefined && Object.hasOwn(lists[list], code)
}
