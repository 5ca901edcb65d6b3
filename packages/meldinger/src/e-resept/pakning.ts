/** Packs, prices and leaflets, of medicines and of goods (Forskrivning). */
import { CS, CV, MO, PQ, URL } from '../felles/kith.ts'
import { date, decimal, int, ncName, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { perGeneration } from './generation.ts'

export const pakning = perGeneration(({ namespace: fs, added }) => {
  const Refusjon = element(fs, {
    RefRefusjonsgruppe: some(ncName),
    GyldigFraDato: date,
    ForskrivesTilDato: optional(date),
    UtleveresTilDato: optional(date)
  })
  const gyldig = { GyldigFraDato: optional(date), GyldigTilDato: optional(date) }
  const PakningByttegruppe = element(fs, { RefByttegruppe: ncName, ...gyldig })
  const PrisVare = element(fs, { Type: CV, Pris: MO, ...gyldig })

  const Pakningskomponent = element(fs, { Pakningstype: CV, Mengde: PQ, Antall: optional(int) })
  const Pakningsinfo = element(fs, {
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
  const PakningsinfoResept = element(fs, { Varenavn: text, Pakningsstr: text, EnhetPakning: CV })
  const Markedsforingsinfo = element(fs, {
    VarenrUtgaende: optional(text),
    Markedsforingsdato: optional(date),
    AvregDato: optional(date),
    MidlUtgattDato: optional(date),
    OmpakkerAvEndose: added(optional(text))
  })

  const Lenke = element(fs, { Beskrivelse: optional(text), Www: URL })
  const Preparatomtaleavsnitt = element(fs, { Avsnittoverskrift: CS, Lenke })
  return {
    Lenke,
    Markedsforingsinfo,
    PakningByttegruppe,
    Pakningsinfo,
    PakningsinfoResept,
    Pakningskomponent,
    Preparatomtaleavsnitt,
    PrisVare,
    Refusjon
  }
})
