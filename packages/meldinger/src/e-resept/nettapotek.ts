/** M9NA1 to M9NA4: a web pharmacy asks for the list of a customer who has proved who he is, and for more on one prescription. */
import { countOf } from '../felles/checks.ts'
import { Ident } from '../felles/felleskomponent1.ts'
import { CS, CV, PQ } from '../felles/kith.ts'
import { date, dateTime, decimal, int, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, many, optional } from '../xml/schema.ts'
import { egenandelIn } from './egenandel.ts'
import { kithNs } from './namespace.ts'

export const M9NA1 = element(kithNs('m9na1/2016-06-06'), { IdKunde: Ident, RefNr: many(text) })

const m9na2 = kithNs('m9na2/2016-10-26')
const Reseptinfo = element(m9na2, {
  Forskrivningsdato: date,
  ReseptId: text,
  RefNr: optional(text),
  IdLegemiddelMerkevare: optional(text),
  IdLegemiddelVirkestoff: optional(text),
  Nr: optional(text),
  NavnFormStyrke: optional(text),
  LegemiddelblandingNavn: optional(text),
  ProdGruppe: optional(CV),
  Bruksomrade: optional(text),
  Antall: optional(decimal),
  Mengde: optional(PQ),
  Reiterasjon: optional(int),
  TidligsteUtlevering: optional(date),
  RekvirentId: text,
  NavnRekvirent: text,
  Status: CS,
  StatusSoknadSlv: optional(CS),
  SisteUtlevering: optional(date),
  MetodeEkspedering: optional(CS),
  RefHjemmel: optional(CV)
})
export const M9NA2 = element(m9na2, { Antall: int, Reseptinfo: many(Reseptinfo) })
export type M9NA2 = Infer<typeof M9NA2>

export const M9NA3 = element(kithNs('m9na3/2016-06-06'), { IdKunde: Ident, ReseptId: text })

const m9na4 = kithNs('m9na4/2016-06-06')
const Utlevering = element(m9na4, {
  Nr: optional(text),
  NavnFormStyrke: text,
  Pakningsstr: optional(PQ),
  AntallPakningerUtlevertTotalt: decimal,
  AntallPakningerUtlevertSiste: decimal,
  TidspunktSisteUtlevering: dateTime
})
export const M9NA4 = element(
  m9na4,
  {
    ReseptId: text,
    Status: CS,
    RefKode: optional(CV),
    InstitusjonsID: optional(Ident),
    BytteresRekvirent: optional(CS),
    Kortdose: optional(CV),
    Egenandel: many(egenandelIn(m9na4)),
    Utlevering: many(Utlevering)
  },
  countOf('Egenandel', 0, 4)
)
export type M9NA4 = Infer<typeof M9NA4>
