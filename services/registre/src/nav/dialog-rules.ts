/** What NAV rejects a dialogmelding from a doctor for: the reasons of navikt/padm2. */
import type { ContentOf } from '@budstikka/meldinger'
import { oidOf } from '@budstikka/meldinger'

type Notat = NonNullable<ContentOf<'Dialogmelding'>['Notat']>[number]
export type Asked = {
  /** List 8279. */
  readonly type: string
  readonly notater: readonly Notat[]
  readonly isKnown: boolean
  readonly isRepeated: boolean
}

/** What NAV takes, by type: a note to it (8128), an answer to what it asked (9069), and to what it called to (8126). */
const tema: Readonly<Record<string, readonly (readonly [list: string, codes: readonly string[]])[]>> = {
  DIALOG_NOTAT: [[oidOf('8128'), ['1', '2']]],
  DIALOG_SVAR: [
    [oidOf('9069'), ['5']],
    [oidOf('8126'), ['1', '2', '3']]
  ]
}

/** In order, and the first that is broken is told. */
export const dialogRules: readonly { readonly text: string; isBroken(asked: Asked): boolean }[] = [
  {
    text: 'Duplikat! - Denne dialogmeldingen er mottatt tidligere. Skal ikke sendes på nytt.',
    isBroken: ({ isRepeated }) => isRepeated
  },
  { text: 'Pasienten er ikke registrert i folkeregisteret', isBroken: ({ isKnown }) => !isKnown },
  {
    text: 'Dialogmelding kan ikke rettes, meldingstekst (tekstNotatInnhold) mangler, Kontakt din EPJ-leverandør',
    isBroken: ({ notater }) =>
      notater.length === 0 || notater.some(({ TekstNotatInnhold }) => isEmpty(TekstNotatInnhold))
  },
  {
    text: 'Dialogmelding kan ikke rettes, det er brukt ein ugyldig dialogmelding kodeverk kombinasjon, Kontakt din EPJ-leverandør',
    isBroken: ({ type, notater }) =>
      notater.some(
        ({ TemaKodet: { S, V = '' } }) => !tema[type]?.some(([list, codes]) => list === S && codes.includes(V))
      )
  }
]

/** xs:anyType: text or elements. */
const isEmpty = (content: Notat['TekstNotatInnhold']) =>
  (content?.children ?? []).every((child) => typeof child === 'string' && child.trim() === '')
