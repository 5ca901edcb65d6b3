/** Packs, prices and leaflets, of medicines and of goods (Forskrivning 2013-10-08). */
import { CS, CV, MO, PQ, URL } from '../felles/kith.ts'
import { date, decimal, int, ncName, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { fs } from './dosering.ts'

export const Refusjon = element(fs, {
  RefRefusjonsgruppe: some(ncName),
  GyldigFraDato: date,
  ForskrivesTilDato: optional(date),
  UtleveresTilDato: optional(date)
})
const gyldig = { GyldigFraDato: optional(date), GyldigTilDato: optional(date) }
export const PakningByttegruppe = element(fs, { RefByttegruppe: ncName, ...gyldig })
export const PrisVare = element(fs, { Type: CV, Pris: MO, ...gyldig })

export const Pakningskomponent = element(fs, { Pakningstype: CV, Mengde: PQ, Antall: optional(int) })
export const Pakningsinfo = element(fs, {
  RefLegemiddelMerkevare: ncName,
  Pakningsstr: text,
  EnhetPakning: CV,
  Pakningstype: CV,
  Multippel: optional(int),
  Antall: optional(int),
  Mengde: decimal,
  Sortering: optional(int),
  DDD: optional(PQ),
  Statistikkfaktor: optional(decimal),
  Pakningskomponent: many(Pakningskomponent)
})
export const PakningsinfoResept = element(fs, { Varenavn: text, Pakningsstr: text, EnhetPakning: CV })
export const Markedsforingsinfo = element(fs, {
  VarenrUtgaende: optional(text),
  Markedsforingsdato: optional(date),
  AvregDato: optional(date),
  MidlUtgattDato: optional(date)
})

const Lenke = element(fs, { Beskrivelse: optional(text), Www: URL })
export const Preparatomtaleavsnitt = element(fs, { Avsnittoverskrift: CS, Lenke })
