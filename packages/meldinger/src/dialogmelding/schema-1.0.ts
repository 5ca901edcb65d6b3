/** Dialogmelding 1.0 on the wire (HIS 80603): request, answer, note, and feedback on a faulty melding. */
import { CS, CV } from '../felles/kith.ts'
import { date, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { any, atMostOneOf, element, many, optional } from '../xml/schema.ts'
import { roller10 } from './roller.ts'

export const dialog10 = 'http://www.kith.no/xmlstds/dialog/2006-10-11'

const RollerRelatertNotat = many(roller10(dialog10))
const Foresporsel = element(dialog10, {
  TypeForesp: CV,
  Sporsmal: optional(text),
  Formål: optional(CV),
  Begrunnelse: optional(text),
  Hastegrad: optional(CS),
  FraDato: optional(date),
  TilDato: optional(date),
  TypeJournalinfo: optional(CV),
  DokIdForesp: optional(text),
  RollerRelatertNotat
})
const Notat = element(dialog10, {
  TemaKodet: CV,
  Tema: optional(text),
  /** xs:anyType: text, or xhtml. */
  TekstNotatInnhold: optional(any),
  Merknad: optional(text),
  DokIdNotat: optional(text),
  DatoNotat: optional(date),
  Foresporsel: optional(Foresporsel),
  RollerRelatertNotat
})

export const dialogmelding10 = element(
  dialog10,
  { SakstypeKodet: optional(CV), Sakstype: optional(text), Foresporsel: many(Foresporsel), Notat: many(Notat) },
  atMostOneOf('Foresporsel', 'Notat')
)
export type Dialogmelding10 = Infer<typeof dialogmelding10>
