/** Codes of SYSVAK as they are written, and whether a code that came is one. */
import { oidOf } from '../felles/code-names.ts'
import { sysvakCodes } from './code-lists.ts'

export type SysvakList = keyof typeof sysvakCodes
export type SysvakCode<L extends SysvakList> = keyof (typeof sysvakCodes)[L] & string

export function sysvakCv<L extends SysvakList>(list: L, code: SysvakCode<L>) {
  const names: Readonly<Record<string, string>> = sysvakCodes[list]
  return { V: code, S: oidOf(list), DN: names[code] ?? '' }
}

/** Every code of a list. */
export const sysvakCodesOf = (list: SysvakList) =>
  Object.entries(sysvakCodes[list]).map(([V, DN]) => ({ V, S: oidOf(list), DN }))

/** Whether it names the list by its OID and the list has the code. */
export const isOfSysvakList = (
  list: SysvakList,
  code: { readonly V?: string | undefined; readonly S?: string | undefined }
) => code.S === oidOf(list) && code.V !== undefined && Object.hasOwn(sysvakCodes[list], code.V)
