/** SokRequest and SokResponse: who is looked for, and the persons that were found with what they are vaccinated against. */
import { Ident } from '../felles/felleskomponent1.ts'
import { boolean, gDay, gMonth, gYear, text } from '../felles/leaves.ts'
import { oneOf } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import { complexType, declaredIn, element, leaf, many, optional } from '../xml/schema.ts'
import { Behandlingsresultat, ManglendeVaksinering, person, sysvak, sysvakNs, Vaksinasjon } from './vaksinasjon.ts'

const request = sysvakNs('sokrequest')
const response = sysvakNs('sokresponse')

const IsoDate = complexType(request, { YYYY: gYear, MM: optional(gMonth), DD: optional(gDay) })
export type IsoDate = Infer<typeof IsoDate>
const NavnSok = complexType(request, { SokVerdi: text, SokOperator: leaf(oneOf('Noyaktig', 'BegynnerMed')) })
const UtvidetNavnSok = complexType(request, {
  SokVerdi: text,
  SokOperator: leaf(oneOf('Noyaktig', 'BegynnerMed', 'LignerPa'))
})

export const SokRequest = element(request, {
  UtfortAvHelseenhet: Ident,
  Ident: optional(Ident),
  FodtFraOgMed: optional(IsoDate),
  FodtTilOgMed: optional(IsoDate),
  KjonnKode: optional(text),
  Etternavn: optional(UtvidetNavnSok),
  Fornavn: optional(UtvidetNavnSok),
  Mellomnavn: optional(NavnSok),
  SokOmbytteAvFornavnOgEtternavn: optional(boolean),
  Fylkenummer: optional(text),
  Kommunenummer: optional(text),
  Bydelnummer: optional(text),
  Postnummer: optional(text),
  Poststednavn: optional(NavnSok),
  OmsorgspersonIdent: optional(Ident)
})
export type SokRequest = Infer<typeof SokRequest>

/** Extends Person, which stands in another namespace. */
const Vaksinand = complexType(sysvak, {
  ...person,
  Vaksinasjon: many(declaredIn(response, Vaksinasjon)),
  ManglendeVaksinering: many(declaredIn(response, ManglendeVaksinering))
})
export const SokResponse = element(response, { Behandlingsresultat, Vaksinand: many(Vaksinand) })
export type SokResponse = Infer<typeof SokResponse>
