/** Cave and allergies (EPJ-cave). */
import { CS, CV } from '../felles/kith.ts'
import { boolean, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { Journaltekst } from './journal.ts'
import { componentOf } from './meta.ts'

const epj1 = 'http://www.kith.no/xmlstds/epj/epj1/2008-02-20'

const Allergi = element(epj1, {
  HensynVedForskrivning: optional(boolean),
  HensynMatDrikke: optional(boolean),
  Kontaktallergi: optional(boolean),
  PollenInnsektstikk: optional(boolean),
  AllergiskMot: text,
  VirkestoffLegemiddel: optional(CV),
  KodeAnnetStoff: optional(CV),
  AnafylaktiskeReaksjoner: optional(CS)
})

export const Allerginotat = element(epj1, {
  ...componentOf('EPJ dokument', '2.16.578.1.12.4.1.6.13.11036.1'),
  Journaltekst: many(Journaltekst),
  Allergi
})

const StikkordCave = element(epj1, { CaveStikkord: text, Journaltekst: optional(Journaltekst) })
const SakshodeCave = element(epj1, {
  ...componentOf('EPJ dokument', '2.16.578.1.12.4.1.6.13.10028.0'),
  StikkordCave: many(StikkordCave)
})

export const Cave = element(epj1, {
  ...componentOf('EPJ sak', '2.16.578.1.12.4.1.6.14.50001.0'),
  SakshodeCave,
  Allerginotat: many(Allerginotat)
})
