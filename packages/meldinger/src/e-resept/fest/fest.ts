/** M30, FEST: the medicines register that prescribers and pharmacies fetch. */
import { allOrNone, countOf } from '../../felles/checks.ts'
import { CS, CV, URL } from '../../felles/kith.ts'
import { date, dateTime, ncName, oid, text } from '../../felles/leaves.ts'
import type { Infer } from '../../xml/schema.ts'
import { atMostOneOf, element, many, optional, some } from '../../xml/schema.ts'
import { KatDiagnose, KatStrDosering } from './behandling.ts'
import { KatLegemiddeldose, medicineCatalogues } from './legemidler.ts'
import { katalog, m30, oppforinger } from './oppforing.ts'
import { KatByttegruppe, KatRefusjon, KatVarselSlv, KatVilkar } from './vilkar.ts'

const Info = element(m30, {
  Id: oid,
  Betegnelse: text,
  Kortnavn: text,
  AnsvarligUtgiver: text,
  Merknad: optional(text)
})
const Term = element(m30, { Term: text, BeskrivelseTerm: optional(text), Sprak: optional(CS) })
const Element = element(m30, { Id: ncName, ParentId: optional(ncName), Kode: text, Term: many(Term) })
const KatKodeverk = katalog({
  OppfKodeverk: oppforinger({ Info: optional(Info), Element: many(Element) }, allOrNone('Info', 'Element'))
})

const Substans = element(m30, { Substans: text, Atc: optional(CV), RefVirkestoff: many(ncName) })
const Interaksjon = element(
  m30,
  {
    Id: ncName,
    Relevans: CS,
    Situasjonskriterium: optional(text),
    KliniskKonsekvens: text,
    Interaksjonsmekanisme: optional(text),
    Kildegrunnlag: CS,
    Handtering: optional(text),
    Visningsregel: many(CV),
    Referanse: many(element(m30, { Kilde: text, Lenke: optional(URL) })),
    Substansgruppe: some(element(m30, { Navn: optional(text), Substans: some(Substans) }))
  },
  countOf('Substansgruppe', 2)
)
const KatInteraksjon = katalog({
  OppfInteraksjon: oppforinger(
    { Interaksjon: optional(Interaksjon), InteraksjonIkkeVurdert: optional(element(m30, { Atc: CV })) },
    atMostOneOf('Interaksjon', 'InteraksjonIkkeVurdert')
  )
})

export const FEST = element(m30, {
  HentetDato: dateTime,
  GyldigFradatoHelfo: optional(date),
  ...medicineCatalogues,
  KatDiagnose,
  KatRefusjon,
  KatVilkar,
  KatVarselSlv,
  KatKodeverk,
  KatByttegruppe,
  KatLegemiddeldose,
  KatInteraksjon,
  KatStrDosering
})
export type FEST = Infer<typeof FEST>
