/** What every medicine begins with, and how it may be given (Forskrivning). */
import { CS, CV } from '../felles/kith.ts'
import { boolean, ncName, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { perGeneration } from './generation.ts'
import { pakning } from './pakning.ts'

export const everyLegemiddel = perGeneration((generation) => {
  const { namespace: fs, added, dropped } = generation
  const { PakningByttegruppe, Refusjon } = pakning(generation)
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
    DosEnhetForordning: dropped(optional(CV))
  })

  const common = {
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
    AdministreringLegemiddel: optional(AdministreringLegemiddel),
    SvartTrekant: added(optional(CV))
  }
  return { AdministreringLegemiddel, common }
})
