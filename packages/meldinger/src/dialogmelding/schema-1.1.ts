/** Dialogmelding 1.1 on the wire (HIS 1077, HIS 1206): dialogue between professionals, status of a referral. */
import { CS, CV } from '../felles/kith.ts'
import { date, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { any, atMostOneOf, element, many, optional } from '../xml/schema.ts'
import { roller11 } from './roller.ts'

export const dialog11 = 'http://www.kith.no/xmlstds/dialog/2013-01-23'

const RollerRelatertNotat = many(roller11(dialog11))
const Foresporsel = element(dialog11, {
  TypeForesp: CV,
  EmneSporsmal: optional(text),
  /** xs:anyType: text, or xhtml. */
  Sporsmal: optional(any),
  Formål: optional(CV),
  Begrunnelse: optional(text),
  Hastegrad: optional(CS),
  FraDato: optional(date),
  TilDato: optional(date),
  TypeJournalinfo: many(CV),
  KodetOpplysning: optional(CV),
  DokIdForesp: optional(text),
  RollerRelatertNotat
})
const Notat = element(dialog11, {
  TemaKodet: CV,
  Tema: optional(text),
  TekstNotatInnhold: optional(any),
  Merknad: optional(text),
  DokIdNotat: optional(text),
  DatoNotat: optional(date),
  Foresporsel: optional(Foresporsel),
  RollerRelatertNotat
})

export const dialogmelding11 = element(
  dialog11,
  { SakstypeKodet: optional(CV), Sakstype: optional(text), Foresporsel: many(Foresporsel), Notat: many(Notat) },
  atMostOneOf('Foresporsel', 'Notat')
)
export type Dialogmelding11 = Infer<typeof dialogmelding11>
