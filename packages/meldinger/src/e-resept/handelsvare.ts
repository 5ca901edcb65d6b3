/** Goods on prescription: breast prostheses, nutrition, medical supplies (Forskrivning). */
import { CV } from '../felles/kith.ts'
import { boolean, int, ncName, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { perGeneration } from './generation.ts'
import { pakning } from './pakning.ts'

export const handelsvare = perGeneration((generation) => {
  const { namespace: fs } = generation
  const { PrisVare, Refusjon } = pakning(generation)
  const ProduktInfoVare = element(fs, {
    ProduktNr: text,
    Volum: optional(text),
    EnhetStorrelse: CV,
    AntPerPakning: int,
    RefVilkar: many(ncName),
    TillattMerMakspris: boolean
  })
  const vare = {
    Nr: text,
    Navn: text,
    ProduktInfoVare: optional(ProduktInfoVare),
    Leverandor: optional(element(fs, { Navn: text, Adresse: text, Telefon: text })),
    PrisVare: many(PrisVare),
    Refusjon: optional(Refusjon)
  }
  const StyrkeFormStoff = element(fs, { Styrke: optional(text), Form: optional(text), Stoff: many(text) })

  const Brystprotese = element(fs, vare)
  const Naringsmiddel = element(fs, { ...vare, StyrkeFormStoff: optional(StyrkeFormStoff) })
  const MedForbMatr = element(fs, {
    ...vare,
    BestanddelMatr: many(element(fs, { Navn: text, Materiale: text }))
  })
  return { Brystprotese, MedForbMatr, Naringsmiddel }
})
