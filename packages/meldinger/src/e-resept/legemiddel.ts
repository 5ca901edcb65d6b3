/** Medicines by brand, pack, substance and dose (Forskrivning 2013-10-08). */
import { CS, CV, PQ } from '../felles/kith.ts'
import { boolean, duration, int, ncName, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { fs } from './dosering.ts'
import {
  Markedsforingsinfo,
  PakningByttegruppe,
  Pakningsinfo,
  PakningsinfoResept,
  Pakningskomponent,
  Preparatomtaleavsnitt,
  PrisVare,
  Refusjon
} from './pakning.ts'

const AdministreringLegemiddel = element(fs, {
  Blandingsveske: optional(boolean),
  RefBlandingsveske: many(ncName),
  Administrasjonsvei: some(CV),
  KanKnuses: optional(CS),
  KanApnes: optional(CS),
  Bolus: optional(CS),
  InjeksjonshastighetBolus: optional(CS),
  Deling: optional(CS),
  EnhetDosering: many(CV),
  Kortdose: many(CV),
  ForhandsregelInntak: many(CV),
  BruksomradeEtikett: many(CV),
  DosEnhetForordning: optional(CV)
})

/** What every medicine begins with. */
const legemiddel = {
  Atc: optional(CV),
  NavnFormStyrke: text,
  Reseptgruppe: CS,
  LegemiddelformKort: optional(CV),
  RefVilkar: many(ncName),
  Preparattype: optional(CS),
  TypeSoknadSlv: optional(CS),
  Opioidsoknad: optional(boolean),
  Refusjon: many(Refusjon),
  PakningByttegruppe: optional(PakningByttegruppe),
  AdministreringLegemiddel: optional(AdministreringLegemiddel)
}
const SortertVirkestoffMedStyrke = many(element(fs, { Sortering: int, RefVirkestoffMedStyrke: ncName }))
const ProduktInfo = element(fs, {
  Varseltrekant: optional(boolean),
  Referanseprodukt: optional(text),
  Vaksinestandard: optional(CV),
  Produsent: optional(text)
})

export const LegemiddelMerkevare = element(fs, {
  ...legemiddel,
  Id: optional(ncName),
  Varenavn: text,
  LegemiddelformLang: optional(text),
  SortertVirkestoffMedStyrke,
  Smak: optional(CS),
  Refvirkestoff: many(ncName),
  ProduktInfo: optional(ProduktInfo),
  Reseptgyldighet: many(element(fs, { Kjonn: optional(CS), Varighet: duration })),
  Hjelpestoff: many(element(fs, { Navn: text })),
  Preparatomtaleavsnitt: many(Preparatomtaleavsnitt)
})

export const Legemiddelpakning = element(fs, {
  ...legemiddel,
  Id: optional(ncName),
  Varenr: text,
  Ean: optional(text),
  IkkeKonservering: optional(boolean),
  Oppbevaring: optional(CS),
  Pakningsinfo: many(Pakningsinfo),
  PakningsinfoResept: many(PakningsinfoResept),
  PrisVare: many(PrisVare),
  Markedsforingsinfo: optional(Markedsforingsinfo),
  Preparatomtaleavsnitt: many(Preparatomtaleavsnitt)
})

export const LegemiddelVirkestoff = element(fs, { ...legemiddel, Id: ncName, SortertVirkestoffMedStyrke })

export const Legemiddeldose = element(fs, {
  ...legemiddel,
  Id: ncName,
  LmrLopenr: optional(text),
  Mengde: PQ,
  Pakningstype: optional(CV),
  RefLegemiddelMerkevare: ncName,
  RefPakning: some(ncName),
  Pakningskomponent: many(Pakningskomponent)
})
