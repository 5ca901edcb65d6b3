/** Medicines by brand, pack, substance and dose (Forskrivning). */
import { countOf } from '../felles/checks.ts'
import { CS, CV, PQ } from '../felles/kith.ts'
import { boolean, duration, int, ncName, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { everyLegemiddel } from './every-legemiddel.ts'
import { perGeneration } from './generation.ts'
import { pakning } from './pakning.ts'

export const legemiddel = perGeneration((generation) => {
  const { namespace: fs, isNewer, added, dropped } = generation
  const { Markedsforingsinfo, Pakningsinfo, PakningsinfoResept, Pakningskomponent, Preparatomtaleavsnitt, PrisVare } =
    pakning(generation)
  const { common } = everyLegemiddel(generation)
  const SortertVirkestoffMedStyrke = many(element(fs, { Sortering: int, RefVirkestoffMedStyrke: ncName }))
  const SortertVirkestoffUtenStyrke = added(many(element(fs, { Sortering: int, RefVirkestoff: ncName })))
  const ProduktInfo = element(fs, {
    Varseltrekant: optional(boolean),
    Referanseprodukt: optional(text),
    Vaksinestandard: optional(CV),
    Produsent: optional(text)
  })

  const LegemiddelMerkevare = element(fs, {
    ...common,
    Id: optional(ncName),
    Varenavn: text,
    LegemiddelformLang: optional(text),
    SortertVirkestoffMedStyrke,
    SortertVirkestoffUtenStyrke,
    Smak: optional(CS),
    Refvirkestoff: dropped(many(ncName)),
    ProduktInfo: optional(ProduktInfo),
    Reseptgyldighet: many(element(fs, { Kjonn: optional(CS), Varighet: duration })),
    Hjelpestoff: many(element(fs, { Navn: text })),
    Preparatomtaleavsnitt: many(Preparatomtaleavsnitt)
  })

  const Legemiddelpakning = element(
    fs,
    {
      ...common,
      Id: optional(ncName),
      Varenr: text,
      Ean: many(text),
      IkkeKonservering: optional(boolean),
      Oppbevaring: optional(CS),
      Pakningsinfo: many(Pakningsinfo),
      PakningsinfoResept: many(PakningsinfoResept),
      PrisVare: many(PrisVare),
      Markedsforingsinfo: optional(Markedsforingsinfo),
      Preparatomtaleavsnitt: many(Preparatomtaleavsnitt)
    },
    countOf('Ean', 0, isNewer ? Infinity : 1)
  )

  const LegemiddelVirkestoff = element(fs, {
    ...common,
    Id: ncName,
    SortertVirkestoffMedStyrke,
    SortertVirkestoffUtenStyrke,
    RefLegemiddelMerkevare: added(many(ncName)),
    RefPakning: added(many(ncName)),
    ForskrivningsenhetResept: added(many(CV))
  })

  const Legemiddeldose = element(fs, {
    ...common,
    Id: ncName,
    LmrLopenr: optional(text),
    Mengde: PQ,
    Pakningstype: optional(CV),
    RefLegemiddelMerkevare: ncName,
    RefPakning: some(ncName),
    Pakningskomponent: many(Pakningskomponent),
    EnhetOrdinering: added(many(CV))
  })
  return { Legemiddeldose, LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff }
})
