/** M9.11, M9.12, M9.21, M9.22, M27 and M28: a patient's medicine list by look-up, and who is responsible for the multidose. */
import { countOf } from '../felles/checks.ts'
import { CS } from '../felles/kith.ts'
import { base64, boolean, date, dateTime, int, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import { Multidoseapotek, Multidoselege } from './multidoseansvar.ts'
import { ehelseNs, kithNs } from './namespace.ts'
import { Reseptinfo } from './reseptliste.ts'

/** `AnstattId` is the XSD's own spelling. */
const wish = { InklReseptinfo: optional(boolean), AnstattId: optional(text) }
export const M911of2014 = element(kithNs('m911/2014-01-21'), { Fnr: text, Samtykke: optional(CS), ...wish })
export const M911 = element(ehelseNs('m911/2018-07-01'), { Fnr: text, ...wish, Komprimering: int })

const ansvar = { Multidoselege: optional(Multidoselege), Multidoseapotek: optional(Multidoseapotek) }
const list = {
  RefMsgId: optional(text),
  ...ansvar,
  Reseptinfo: many(Reseptinfo),
  /** The last M25.1, M25.2 and M25.3, each as XML. */
  VarerIBrukB64: many(base64)
}
const atMostThree = countOf('VarerIBrukB64', 0, 3)
const of2014 = kithNs('m912/2014-01-21')
export const M912of2014 = element(of2014, { Multidosepasient: element(of2014, { Fnr: text, ...list }, atMostThree) })
const of2018 = ehelseNs('m912/2018-07-01')
export const M912 = element(of2018, {
  Pasient: element(of2018, { Fnr: text, AndreFnr: many(text), ...list }, atMostThree)
})
export type M912 = Infer<typeof M912>

export const M921 = element(kithNs('m921/2013-10-15'), { EndringerEtter: dateTime })
export const M922 = element(
  kithNs('m922/2013-10-15'),
  { Fnr: many(text), IngenEndring: optional(boolean) },
  exactlyOneOf('Fnr', 'IngenEndring')
)

/** `Status` is list 7496: R registers, A signs off. */
export const M271 = element(kithNs('m271/2013-04-16'), { Status: CS, GjelderFra: date })
export const M272 = element(kithNs('m272/2013-04-16'), { RegistrertEndring: boolean, ...ansvar })
export const M28 = element(kithNs('m28/2012-06-11'), { AktivFra: date, Multidoselege })
