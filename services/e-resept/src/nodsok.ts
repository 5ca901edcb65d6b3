/** The emergency search of a pharmacy: by birth date and name, where no number is at hand (M9.1; list 7406). */
import { type ContentOf, isEReseptCode, syntheticNumbersBornOn } from '@budstikka/meldinger'
import type { Pasient } from './pasient.ts'
import type { Resept } from './resept.ts'

export type Nodsok = { readonly fodselsdato: string; readonly fornavn: string; readonly etternavn: string }

type M91 = ContentOf<'M9.1'>

/** Undefined where a number is asked for, or no name and birth date at all; 'ugyldig' where they are not whole, or no reason is given. */
export function nodsokIn({ Fnr, RefNr = [], Fdato, Fornavn, Etternavn, Arsak }: M91): Nodsok | 'ugyldig' | undefined {
  if (Fnr !== undefined || RefNr.length > 0) return undefined
  if ((Fdato ?? Fornavn ?? Etternavn ?? Arsak) === undefined) return undefined
  if (!Fdato || !Fornavn || !Etternavn || !isEReseptCode('7406', Arsak?.V)) return 'ugyldig'
  return { fodselsdato: Fdato.trim().slice(0, 10), fornavn: Fornavn, etternavn: Etternavn }
}

/**
 * ReseptIds of the living who have a prescription in that name. Nothing is kept by birth date: it gives some two thousand numbers, each of
 * which is looked for.
 */
export function foundBy(
  sought: Nodsok | undefined,
  personOf: (id: string) => { readonly pasient: Pasient },
  all: (ids: readonly string[]) => readonly Resept[]
): readonly string[] {
  if (sought === undefined) return []
  return syntheticNumbersBornOn(sought.fodselsdato).flatMap((id) => {
    const { isDod, resepter } = personOf(id).pasient
    return isDod ? [] : all(resepter).flatMap((one) => (isNamed(one, sought) ? [one.id] : []))
  })
}

/** However it is capitalised; FonetiskSok finds no more, since its rule is not public. */
const isNamed = ({ details: { fornavn, etternavn } }: Resept, sought: Nodsok): boolean =>
  isSame(fornavn, sought.fornavn) && isSame(etternavn, sought.etternavn)

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()
