/** Every code with a name that the meldinger themselves use, by list: of the envelope, of its errors, and of e-resept. */
import { eReseptLists } from './e-resept/codes.ts'
import { namedLists } from './felles/code-names.ts'
import { names8221 } from './rules/refuse.ts'

export type KnownCode = { readonly list: string; readonly code: string; readonly name: string }

/** As of June 2025; a list is not whole where the meldinger use a part of it. */
export const codesOfMeldinger = (): readonly KnownCode[] =>
  [{ '8221': names8221 }, namedLists, eReseptLists].flatMap((lists) =>
    Object.entries(lists).flatMap(([list, codes]) =>
      Object.entries(codes).map(([code, name]) => ({ list, code, name }))
    )
  )
