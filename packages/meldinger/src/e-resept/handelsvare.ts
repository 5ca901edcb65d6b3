/** Goods on prescription: breast prostheses, nutrition, medical supplies (Forskrivning 2013-10-08). */
import { CV } from '../felles/kith.ts'
import { boolean, int, ncName, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { fs } from './dosering.ts'
import { PrisVare, Refusjon } from './pakning.ts'

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

export const Brystprotese = element(fs, vare)
export const Naringsmiddel = element(fs, { ...vare, StyrkeFormStoff: optional(StyrkeFormStoff) })
export const MedForbMatr = element(fs, {
  ...vare,
  BestanddelMatr: many(element(fs, { Navn: text, Materiale: text }))
})
