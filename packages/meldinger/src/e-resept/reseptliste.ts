/** M9.1 and M9.2: the pharmacy asks for a patient's prescriptions, Reseptformidleren lists them. */
import { allOrNone } from '../felles/checks.ts'
import { Address, Ident } from '../felles/felleskomponent1.ts'
import { CS, CV, PQ } from '../felles/kith.ts'
import { boolean, date, decimal, int, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, many, optional } from '../xml/schema.ts'
import { Multidoseapotek, Multidoselege } from './multidoseansvar.ts'
import { kithNs } from './namespace.ts'

export const ForesporselReseptUtleverer = element(kithNs('m91/2013-10-08'), {
  Fnr: optional(text),
  RefNr: many(text),
  Fdato: optional(date),
  Fornavn: optional(text),
  Etternavn: optional(text),
  /** List 7406: why the search is by name. */
  Arsak: optional(CS),
  /** List 1101: 1 asks for closed and recalled ones too. */
  AlleResepter: CS,
  FonetiskSok: optional(CS),
  AnsattId: text,
  InkluderVergeinnsynsreservasjon: CS
})
export type ForesporselReseptUtleverer = Infer<typeof ForesporselReseptUtleverer>

const m92 = kithNs('m92/2013-10-08')
export const Reseptinfo = element(
  m92,
  {
    Forskrivningsdato: date,
    Fornavn: text,
    Mellomnavn: optional(text),
    Etternavn: text,
    Address: optional(Address),
    RekvirentId: text,
    NavnRekvirent: text,
    Nr: optional(text),
    NavnFormStyrke: optional(text),
    EndretFarmasoyt: CS,
    RefHjemmel: optional(CV),
    ReseptId: text,
    /** List 7408. */
    Status: CS,
    MerknadTilbakekalling: optional(text),
    NavnUtleverer: optional(text),
    RefNr: optional(text),
    ProdGruppe: optional(CV),
    Ident: optional(Ident),
    StatusSoknadSlv: optional(CS),
    LegemiddelblandingNavn: optional(text),
    MetodeEkspedering: optional(CS),
    Vergeinnsynsreservasjon: boolean,
    SisteUtlevering: optional(date),
    Bruksomrade: optional(text),
    Antall: optional(decimal),
    Pakningsstr: optional(text),
    EnhetPakning: optional(CV),
    Mengde: optional(PQ),
    Reiterasjon: optional(int),
    TidligsteUtlevering: optional(date)
  },
  allOrNone('Pakningsstr', 'EnhetPakning')
)
export type Reseptinfo = Infer<typeof Reseptinfo>

export const Reseptliste = element(m92, {
  /** List 7407: why nothing was found. */
  Status: optional(CS),
  Reseptinfo: many(Reseptinfo),
  Multidosebruker: many(
    element(m92, {
      Fnr: text,
      Multidoseapotek: optional(Multidoseapotek),
      Multidoselege: optional(Multidoselege)
    })
  )
})
export type Reseptliste = Infer<typeof Reseptliste>
