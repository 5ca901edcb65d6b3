/** Who is responsible for a patient's multidose, and how others are told of them (M27.4, which M9.2, M9.12, M27.2 and M28 take from). */
import { dayOf, organisationIds9051 } from '@budstikka/meldinger'

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

/** Simulated time, milliseconds since 1970: from when somebody is responsible, and from when no longer. */
export type Gjelder = { readonly fra: number; readonly til?: number }

/** Who is registered, and who was before: each may be so from a later date only. */
export type Ansvar<Who> = { readonly registrert?: Who & Gjelder; readonly forrige?: Who & Gjelder }

export type Multidose = {
  readonly lege?: Ansvar<Multidoselege>
  readonly apotek?: Ansvar<Multidoseapotek>
}

/** Who is responsible now. */
export const ansvarlige = ({ lege, apotek }: Multidose = {}, now: number) => ({
  lege: ansvarlig(lege, now),
  apotek: ansvarlig(apotek, now)
})

function ansvarlig<Who>({ registrert, forrige }: Ansvar<Who> = {}, now: number): (Who & Gjelder) | undefined {
  return [registrert, forrige].find((one) => one !== undefined && one.fra <= now && now < (one.til ?? Infinity))
}

/** AktivTil where it is known already that another takes over. */
export const legeElement = ({ herId, hprNummer, navn, virksomhet, til }: Multidoselege & Partial<Gjelder>) => ({
  HprNr: hprNummer,
  Navn: navn,
  Org: virksomhet,
  HerId: identOf(herId, 'HER', 'HER-id'),
  ...(til !== undefined && { AktivTil: dayOf(til) })
})

export const apotekElement = ({ navn, konsesjonsnummer }: Multidoseapotek) => ({
  Navn: navn,
  Konsesjonsnr: identOf(konsesjonsnummer, 'AKO', 'Apotekets konsesjonsnummer')
})

/** Both, where they are. */
export const ansvarElements = ({ lege, apotek }: ReturnType<typeof ansvarlige>) => ({
  ...(lege && { Multidoselege: legeElement(lege) }),
  ...(apotek && { Multidoseapotek: apotekElement(apotek) })
})

const identOf = (Id: string, V: string, DN: string) => ({ Id, TypeId: { V, S: organisationIds9051, DN } })
