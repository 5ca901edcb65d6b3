/** Who is responsible for a patient's multidose: parts that other messages take from M27.4, which is itself not in use. */
import { Address, Ident, TeleCom } from '../felles/felleskomponent1.ts'
import { date, text } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

const m274 = kithNs('m274/2012-06-11')
const until = { AktivTil: optional(date), Telefon: optional(TeleCom) }

export const Multidoselege = element(m274, { HprNr: text, Navn: text, Org: text, HerId: Ident, ...until })
export const Multidoseapotek = element(m274, {
  Navn: text,
  Adresse: optional(Address),
  Konsesjonsnr: Ident,
  ...until
})
