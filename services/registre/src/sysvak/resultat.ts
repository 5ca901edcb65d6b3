/** Behandlingsresultat: what SYSVAK found, by the letter that its codes begin with: F refuses, A warns, I informs. */
import type { Behandlingsresultat } from '@budstikka/meldinger'

export type Funn = { readonly code: string; readonly text: string }
const kinds = { F: 'Feil', A: 'Advarsel', I: 'Informasjon' } as const

export function resultatOf(funn: readonly Funn[]): Behandlingsresultat {
  const has = (letter: keyof typeof kinds) => String(funn.some(({ code }) => code.startsWith(letter)))
  return {
    HarValideringsFeil: has('F'),
    HarValideringsAdvarsel: has('A'),
    HarValideringsInformasjon: has('I'),
    ...(funn.length > 0 && {
      Valideringsmelding: funn.map(({ code, text }) => ({
        Arsak: { V: code, DN: text },
        ValideringsmeldingType: code.startsWith('F') ? kinds.F : code.startsWith('A') ? kinds.A : kinds.I
      }))
    })
  }
}
