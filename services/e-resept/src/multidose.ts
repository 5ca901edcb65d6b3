/** Who is responsible for a patient's multidose, and how others are told of them (M27.4, which M9.2, M9.12, M27.2 and M28 take from). */
import { organisationIds9051 } from '@budstikka/meldinger'

export type Multidoselege = {
  readonly herId: string
  readonly hprNummer: string
  readonly navn: string
  readonly virksomhet: string
}

export type Multidoseapotek = {
  readonly herId: string
  readonly navn: string
  readonly konsesjonsnummer: string
}

export type Multidose = {
  readonly lege?: Multidoselege
  readonly apotek?: Multidoseapotek
  /** Who was the doctor before: told of the next one (M28). */
  readonly forrigeLege?: Multidoselege
}

export const legeElement = ({ herId, hprNummer, navn, virksomhet }: Multidoselege) => ({
  HprNr: hprNummer,
  Navn: navn,
  Org: virksomhet,
  HerId: identOf(herId, 'HER', 'HER-id')
})

export const apotekElement = ({ navn, konsesjonsnummer }: Multidoseapotek) => ({
  Navn: navn,
  Konsesjonsnr: identOf(konsesjonsnummer, 'AKO', 'Apotekets konsesjonsnummer')
})

/** Both, where they are. */
export const ansvarElements = ({ lege, apotek }: Multidose) => ({
  ...(lege && { Multidoselege: legeElement(lege) }),
  ...(apotek && { Multidoseapotek: apotekElement(apotek) })
})

const identOf = (Id: string, V: string, DN: string) => ({ Id, TypeId: { V, S: organisationIds9051, DN } })
