/** HendelseRequest and HendelseResponse: a vaccination, or that one was not given, and what SYSVAK made of it. */
import { Ident } from '../felles/felleskomponent1.ts'
import { CS } from '../felles/kith.ts'
import { date, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { complexType, element, exactlyOneOf, optional } from '../xml/schema.ts'
import {
  Behandlingsresultat,
  Bostedsomrade,
  Gateadresse,
  ManglendeVaksinering,
  sysvakNs,
  Vaksinasjon
} from './vaksinasjon.ts'

const request = sysvakNs('hendelserequest')

const VaksinandUtenIdent = complexType(request, {
  Fodselsdato: date,
  Kjonn: CS,
  Fornavn: optional(text),
  Mellomnavn: optional(text),
  Etternavn: text,
  Adresse: optional(
    complexType(request, { Bostedsomrade: optional(Bostedsomrade), Gateadresse: optional(Gateadresse) })
  ),
  OmsorgspersonIdent: optional(Ident),
  Dokumentasjon: optional(Ident)
})

export const HendelseRequest = element(request, {
  Vaksinand: complexType(
    request,
    { VaksinandIdent: optional(Ident), VaksinandUtenIdent: optional(VaksinandUtenIdent) },
    exactlyOneOf('VaksinandIdent', 'VaksinandUtenIdent')
  ),
  Hendelse: complexType(
    request,
    { Vaksinasjon: optional(Vaksinasjon), ManglendeVaksinering: optional(ManglendeVaksinering) },
    exactlyOneOf('Vaksinasjon', 'ManglendeVaksinering')
  )
})
export type HendelseRequest = Infer<typeof HendelseRequest>

export const HendelseResponse = element(sysvakNs('hendelseresponse'), {
  Behandlingsresultat,
  VaksinandIdent: optional(Ident)
})
export type HendelseResponse = Infer<typeof HendelseResponse>
