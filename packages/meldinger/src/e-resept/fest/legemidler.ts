/** The catalogues of what can be prescribed: brands, packs, substances, doses and goods. */
import { CS, CV, PQ } from '../../felles/kith.ts'
import { double, ncName, text } from '../../felles/leaves.ts'
import { atMostOneOf, element, many, optional, some } from '../../xml/schema.ts'
import { everyLegemiddel } from '../every-legemiddel.ts'
import { generation2014 } from '../generation.ts'
import { handelsvare } from '../handelsvare.ts'
import { legemiddel } from '../legemiddel.ts'
import { pakning } from '../pakning.ts'
import { katalog, m30, oppforinger } from './oppforing.ts'

const { namespace: fs } = generation2014
const { AdministreringLegemiddel } = everyLegemiddel(generation2014)
const { Legemiddeldose, LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff } = legemiddel(generation2014)
const { Brystprotese, MedForbMatr, Naringsmiddel } = handelsvare(generation2014)
const { Refusjon } = pakning(generation2014)

const Virkestoff = element(fs, {
  Id: ncName,
  Navn: text,
  NavnEngelsk: optional(text),
  RefVirkestoff: many(ncName),
  Refusjon: many(Refusjon)
})
const VirkestoffMedStyrke = element(fs, {
  Id: ncName,
  Styrke: PQ,
  StyrkeNevner: optional(PQ),
  RefVirkestoff: ncName,
  AlternativStyrke: optional(PQ),
  AlternativStyrkeNevner: optional(PQ),
  Styrkeoperator: CV,
  StyrkeOvreVerdi: optional(double),
  AtcKombipreparat: optional(CV)
})
const OrdineringVirkestoff = element(m30, {
  Id: ncName,
  NavnVirkestoffOrdinering: text,
  LegemiddelformKort: CV,
  Reseptgruppe: CS,
  RefByttegruppe: optional(ncName),
  EnhetOrdinering: many(CV),
  Atc: optional(CV),
  AdministreringLegemiddel: optional(AdministreringLegemiddel),
  SvartTrekant: optional(CV),
  RefLegemiddelVirkestoff: some(ncName),
  RefLegemiddelDose: some(ncName)
})

export const medicineCatalogues = {
  KatLegemiddelMerkevare: katalog({
    OppfLegemiddelMerkevare: oppforinger({ LegemiddelMerkevare: optional(LegemiddelMerkevare) })
  }),
  KatLegemiddelpakning: katalog({
    OppfLegemiddelpakning: oppforinger({ Legemiddelpakning: optional(Legemiddelpakning) })
  }),
  KatVirkestoff: katalog({
    OppfVirkestoff: oppforinger(
      { Virkestoff: optional(Virkestoff), VirkestoffMedStyrke: optional(VirkestoffMedStyrke) },
      atMostOneOf('Virkestoff', 'VirkestoffMedStyrke')
    )
  }),
  KatOrdineringVirkestoff: katalog({
    OppfOrdineringVirkestoff: oppforinger({ OrdineringVirkestoff: optional(OrdineringVirkestoff) })
  }),
  KatLegemiddelVirkestoff: katalog({
    OppfLegemiddelVirkestoff: oppforinger({ LegemiddelVirkestoff: optional(LegemiddelVirkestoff) })
  }),
  KatHandelsvare: katalog({
    OppfHandelsvare: oppforinger(
      {
        Brystprotese: optional(Brystprotese),
        MedForbMatr: optional(MedForbMatr),
        Naringsmiddel: optional(Naringsmiddel)
      },
      atMostOneOf('Brystprotese', 'MedForbMatr', 'Naringsmiddel')
    )
  })
}
export const KatLegemiddeldose = katalog({
  OppfLegemiddeldose: oppforinger({ Legemiddeldose: optional(Legemiddeldose) })
})
