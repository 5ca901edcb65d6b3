/** M1: the prescription; its MsgId is the ReseptId. */
import { Address, Ident } from '../felles/felleskomponent1.ts'
import { CS, CV, PQ } from '../felles/kith.ts'
import { boolean, date, dateTime, decimal, intOrEmpty, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import { Legemiddelblanding } from './blanding.ts'
import { dosering } from './dosering.ts'
import { generation2013 } from './generation.ts'
import { handelsvare } from './handelsvare.ts'
import { legemiddel } from './legemiddel.ts'
import { kithNs } from './namespace.ts'

const m1 = kithNs('m1/2013-10-08')
const { AdministreringForskrivning, Dosering } = dosering(generation2013)
const { Brystprotese, MedForbMatr, Naringsmiddel } = handelsvare(generation2013)
const { LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff, Legemiddeldose } = legemiddel(generation2013)

export const Forskrivning = element(
  generation2013.namespace,
  {
    Bruksomrade: optional(text),
    DosVeiledEnkel: optional(text),
    IngenKombinasjon: optional(boolean),
    Bruk: optional(CS),
    Kortdose: optional(CV),
    AdministreringForskrivning: optional(AdministreringForskrivning),
    Dosering: many(Dosering),
    LegemiddelMerkevare: optional(LegemiddelMerkevare),
    Legemiddelpakning: optional(Legemiddelpakning),
    LegemiddelVirkestoff: optional(LegemiddelVirkestoff),
    Legemiddelblanding: optional(Legemiddelblanding),
    Legemiddeldose: optional(Legemiddeldose)
  },
  exactlyOneOf(
    'LegemiddelMerkevare',
    'Legemiddelpakning',
    'LegemiddelVirkestoff',
    'Legemiddelblanding',
    'Legemiddeldose'
  )
)
export type Forskrivning = Infer<typeof Forskrivning>

const reseptDok = {
  /** List 7402: L medicine, A other. */
  Varegruppekode: CS,
  Antall: optional(decimal),
  Merknad: optional(text),
  RefHjemmel: optional(CV)
}
export const ReseptDokLegemiddel = element(m1, {
  ...reseptDok,
  KomLegemdlAdm: optional(text),
  RefKode: optional(CV),
  /** Number of dispenses beyond the first; '' is 0. */
  Reiterasjon: intOrEmpty,
  BytteresRekvirent: optional(CS),
  Mengde: optional(PQ),
  LegemiddelUtenMt: optional(element(m1, { Begrunnelse: text, Produsent: text, DirektesoknadSlv: boolean })),
  Forskrivning
})
export type ReseptDokLegemiddel = Infer<typeof ReseptDokLegemiddel>

export const ReseptDokHandelsvare = element(
  m1,
  {
    ...reseptDok,
    Bruksveiledning: optional(text),
    ProdGruppe: optional(CV),
    Brystprotese: optional(Brystprotese),
    Naringsmiddel: optional(Naringsmiddel),
    MedForbMatr: optional(MedForbMatr)
  },
  atMostOneOf('Brystprotese', 'Naringsmiddel', 'MedForbMatr')
)
export type ReseptDokHandelsvare = Infer<typeof ReseptDokHandelsvare>

export const EkspAnm = element(m1, {
  Vilkar: boolean,
  MetodeEkspedering: CS,
  /** HER-id of the pharmacy that the dispense is bound to. */
  Utleverer: text,
  Kontaktperson: text,
  Adresse: optional(Address),
  Merknad: optional(text),
  OrgNrUtleverer: text,
  UtlevererNavn: text
})
export type EkspAnm = Infer<typeof EkspAnm>

const EEA = element(m1, {
  EEADok: CS,
  EEACardId: optional(text),
  EEAId: optional(text),
  EEATrygdekontorNavn: optional(text),
  EEATrygdekontorNr: optional(text),
  EEAGyldighetFra: optional(date),
  EEAGyldighet: optional(date)
})

const helseperson = { HprId: Ident, Fornavn: optional(text), Etternavn: optional(text), Spesialitet: optional(CV) }
const organisasjon = { HerId: Ident, Inst: optional(text), Dept: optional(text), InstitusjonsID: optional(CV) }

/** Who is named as prescriber or enterprise inside a message: the same two shapes in each message's namespace. */
export const helsepersonIn = (namespace: string) => element(namespace, helseperson)
export const organisasjonIn = (namespace: string) => element(namespace, organisasjon)

export const Resept = element(
  m1,
  {
    Forskrivningsdato: date,
    Utloper: date,
    Vernepliktig: optional(boolean),
    SoktIndividRefusjon: optional(boolean),
    Frikort: optional(boolean),
    Vergeinnsynsreservasjon: optional(boolean),
    TilEgenPraksis: optional(boolean),
    RekvLegensNavn: optional(boolean),
    RefNr: optional(text),
    Spesialitet: optional(CV),
    ReseptDokLegemiddel: optional(ReseptDokLegemiddel),
    ReseptDokHandelsvare: optional(ReseptDokHandelsvare),
    Instituert: optional(
      element(m1, { Organisasjon: optional(organisasjonIn(m1)), Helseperson: optional(helsepersonIn(m1)) })
    ),
    EkspAnm: optional(EkspAnm),
    Utlending: optional(
      element(m1, { ArbeidstakerNorge: optional(boolean), Konvensjonsland: optional(CS), EEA: optional(EEA) })
    ),
    OppdatertFest: dateTime,
    TidligsteUtlevering: optional(date),
    UtskrevetSykehus: optional(boolean),
    LastResept: optional(boolean)
  },
  exactlyOneOf('ReseptDokLegemiddel', 'ReseptDokHandelsvare')
)
export type Resept = Infer<typeof Resept>
