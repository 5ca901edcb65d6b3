/** BehandlerKrav of 2006: what a doctor or a hospital claims of Helfo, bill by bill; it has code types of its own namespace. */
import { boolean, date, dateTime, int, text } from '../felles/leaves.ts'
import { boolean as isBoolean, double, oid, text as anyText } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import {
  attribute,
  complexType,
  element,
  type Fields,
  leaf,
  many,
  optional,
  requiredAttribute,
  some
} from '../xml/schema.ts'

export const bkm = 'http://www.kith.no/xmlstds/bkm/2006-12-20'
const of = <F extends Fields>(fields: F) => complexType(bkm, fields)

const CS = of({ V: attribute(anyText), DN: attribute(anyText) })
const CV = of({ V: attribute(anyText), S: attribute(oid), DN: attribute(anyText), OT: attribute(anyText) })
const MO = of({ V: attribute(double), U: attribute(anyText) })
const Ident = of({ Id: text, TypeId: CV })
const guid = /^\{[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}\}$/
const Guid = leaf({ name: '{0190a2f4-0000-8000-8000-000000000001}', accepts: (value) => guid.test(value) })

const Patient = of({
  FamilyName: optional(text),
  MiddleName: optional(text),
  GivenName: optional(text),
  Sex: optional(CS),
  Nationality: optional(CS),
  Ident: optional(Ident),
  DateOfBirth: optional(date),
  ArbeidstagerNorge: optional(CS),
  EEA: optional(
    of({
      EEADok: optional(text),
      EEACardId: optional(text),
      EEAId: optional(text),
      EEATrygdekontorNavn: optional(text),
      EEATrygdekontorNr: optional(text),
      EEAGyldighetFra: optional(date),
      EEAGyldighet: optional(date)
    })
  ),
  Phone: optional(text)
})

const Behandling = of({
  KodeEgenandel: optional(CS),
  Diagnose: many(CV),
  TilsagnTK: optional(CS),
  Sykdomslistepunkt: optional(text),
  HenvisningsDato: optional(date),
  HenvisningsId: optional(text),
  HenvisningsDiagnose: many(CV),
  OperasjonsDato: optional(date),
  BehandlingsNr: optional(int),
  Behandlerident: optional(Ident),
  RelatertBehandler: optional(text),
  Moderasjonskode: optional(CS),
  Behandlingsform: optional(CS),
  Tann: many(CS),
  RettighetsvurdertAv: optional(text),
  RettighetsvurdertDato: optional(date),
  Prosedyrekode: many(of({ Kodeverk: text, Kode: text })),
  Takst: many(of({ Verdi: optional(MO), Kode: text, Antall: int })),
  SumKrav: of({ EgenandelHonorar: optional(MO), Refusjon: optional(MO) })
})

const Enkeltregning = of({
  Guid: optional(Guid),
  BetaltEgenandel: optional(of({ korrigering: requiredAttribute(isBoolean), erBetalt: requiredAttribute(isBoolean) })),
  Kreditering: optional(boolean),
  RegningNr: optional(text),
  DatoTid: optional(dateTime),
  Merknad: optional(text),
  Patient: optional(Patient),
  Behandling: optional(Behandling)
})

export const BehandlerKrav = element(bkm, {
  Avdeling: optional(text),
  RESH: optional(text),
  Praksistype: optional(text),
  Konto: optional(text),
  Enkeltregning: some(Enkeltregning),
  Krav: of({ AntallRegninger: int, SumKravSamlet: MO }),
  navnEPJ: attribute(anyText),
  versjonEPJ: attribute(anyText)
})
export type BehandlerKrav = Infer<typeof BehandlerKrav>
