/** What the messages of SYSVAK share: the event, the person, and what became of the request (CommonTypes of 2008). */
import { Ident } from '../felles/felleskomponent1.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, dateTime, int, text } from '../felles/leaves.ts'
import { oneOf } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import { complexType, leaf, many, optional } from '../xml/schema.ts'

export const sysvak = 'http://www.kith.no/xmlstds/sysvak'
export const sysvakNs = (name: string) => `${sysvak}/${name}/2008-01-01`

export const Bostedsomrade = complexType(sysvak, {
  Fylke: optional(CS),
  Kommune: optional(CS),
  Bydel: optional(CS),
  Poststed: optional(CS)
})
export const Gateadresse = complexType(sysvak, {
  Gatenavn: optional(text),
  Husnummer: optional(int),
  Bokstav: optional(text)
})

const Valideringsmelding = complexType(sysvak, {
  Arsak: CS,
  ValideringsmeldingType: leaf(oneOf('Feil', 'Advarsel', 'Informasjon')),
  Felt: optional(text)
})
export const Behandlingsresultat = complexType(sysvak, {
  HarValideringsFeil: boolean,
  HarValideringsAdvarsel: boolean,
  HarValideringsInformasjon: boolean,
  Valideringsmelding: many(Valideringsmelding)
})
export type Behandlingsresultat = Infer<typeof Behandlingsresultat>

const hendelse = {
  HendelseAksjon: leaf(oneOf('Registrering', 'Sletting')),
  Konsultasjonsdato: date,
  Registreringsdato: dateTime,
  Vaksine: CV,
  RegistrerendeHelseenhet: Ident
}
export const Vaksinasjon = complexType(sysvak, {
  ...hendelse,
  ErVaksinasjonSattPaStedet: boolean,
  Preparat: optional(CV),
  Batchnummer: optional(text),
  Dokumentasjon: optional(CV)
})
export type Vaksinasjon = Infer<typeof Vaksinasjon>
export const ManglendeVaksinering = complexType(sysvak, {
  ...hendelse,
  ArsakTilManglendeVaksinering: CV,
  Varighet: CV
})
export type ManglendeVaksinering = Infer<typeof ManglendeVaksinering>

/** The fields of a Person, which SokResponse has more of. */
export const person = {
  Ident: optional(Ident),
  Fodselsdato: date,
  Kjonn: CS,
  RegisterstatusIFolkeregisteret: optional(CS),
  Fornavn: optional(text),
  Mellomnavn: optional(text),
  Etternavn: optional(text),
  Adresse: optional(
    complexType(sysvak, {
      Bostedsomrade: optional(Bostedsomrade),
      Gateadresse: optional(Gateadresse),
      BrevpostAdresse: optional(text),
      Flyttedato: optional(date)
    })
  )
}
