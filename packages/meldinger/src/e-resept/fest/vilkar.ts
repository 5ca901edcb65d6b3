/** The catalogues of what is refunded and on what terms, of warnings, and of what may replace what. */
import { CS, CV } from '../../felles/kith.ts'
import { boolean, date, ncName, text } from '../../felles/leaves.ts'
import { element, exactlyOneOf, many, optional, some } from '../../xml/schema.ts'
import { generation2014 } from '../generation.ts'
import { pakning } from '../pakning.ts'
import { katalog, m30, oppforinger } from './oppforing.ts'

const Refusjonskode = element(m30, {
  Refusjonskode: CV,
  Underterm: optional(text),
  GyldigFraDato: date,
  ForskrivesTilDato: optional(date),
  UtleveresTilDato: optional(date),
  Refusjonsvilkar: many(element(m30, { RefVilkar: ncName, FraDato: date, TilDato: optional(date) }))
})
const Refusjonsgruppe = element(m30, {
  Id: ncName,
  GruppeNr: CV,
  Atc: optional(CV),
  KreverRefusjonskode: boolean,
  RefusjonsberettighetBruk: optional(text),
  RefVilkar: many(ncName),
  Refusjonskode: many(Refusjonskode)
})
const Refusjonshjemmel = element(m30, {
  Refusjonshjemmel: CV,
  KreverVarekobling: boolean,
  KreverVedtak: boolean,
  Refusjonsgruppe: some(Refusjonsgruppe)
})
export const KatRefusjon = katalog({ OppfRefusjon: oppforinger({ Refusjonshjemmel: optional(Refusjonshjemmel) }) })

const gyldig = { GyldigFraDato: optional(date), GyldigTilDato: optional(date) }
const StrukturertVilkar = element(
  m30,
  { Type: CV, VerdiTekst: many(text), VerdiKodet: many(CV) },
  exactlyOneOf('VerdiTekst', 'VerdiKodet')
)
const Vilkar = element(m30, {
  Id: ncName,
  VilkarNr: optional(text),
  Gruppe: CV,
  GjelderFor: CS,
  Tekst: text,
  ...gyldig,
  StrukturertVilkar: many(StrukturertVilkar)
})
export const KatVilkar = katalog({ OppfVilkar: oppforinger({ Vilkar: optional(Vilkar) }) })

const { Lenke } = pakning(generation2014)
const VarselSlv = element(m30, {
  Type: CV,
  Overskrift: text,
  Varseltekst: text,
  Visningsregel: some(CV),
  KodetInfo: many(CV),
  FraDato: date,
  Lenke: optional(Lenke),
  Referanseelement: many(element(m30, { Klasse: CS, RefElement: some(ncName) }))
})
export const KatVarselSlv = katalog({ OppfVarselSlv: oppforinger({ VarselSlv: optional(VarselSlv) }) })

const Byttegruppe = element(m30, {
  Id: ncName,
  Kode: CS,
  MerknadTilByttbarhet: boolean,
  BeskrivelseByttbarhet: optional(text),
  ...gyldig
})
export const KatByttegruppe = katalog({ OppfByttegruppe: oppforinger({ Byttegruppe: optional(Byttegruppe) }) })
