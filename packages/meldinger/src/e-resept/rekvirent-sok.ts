/** M9.5 to M9.8: the prescriber asks for a patient's prescriptions, and for what was dispensed on one of them. */
import { CS, CV, PQ } from '../felles/kith.ts'
import { boolean, date, dateTime, decimal, int, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import { ehelseNs, kithNs } from './namespace.ts'

const who = { Fnr: optional(text), AlleResepter: CS, RefNr: many(text) }

/** Until 2018 the prescriber said whether the patient had consented; since then the patient may have reserved himself. */
export const M95of2015 = element(kithNs('m95/2015-05-01'), { ...who, Samtykke: CS, Komprimering: int })
export const M95 = element(ehelseNs('m95/2018-07-01'), { ...who, Komprimering: int })
export type M95 = Infer<typeof M95>

const utleveringIn = (namespace: string) =>
  element(namespace, {
    Varenr: optional(text),
    NavnFormStyrke: text,
    Pakningsstr: optional(PQ),
    AntallPakningerUtlevertTotalt: decimal,
    AntallPakningerUtlevertSiste: decimal,
    TidspunktSisteUtlevering: dateTime
  })
const listIn = (namespace: string) => ({
  StatusSok: optional(CS),
  Listeelement: many(
    element(namespace, {
      ReseptId: text,
      NavnUtleverer: optional(text),
      SendtSLVDato: optional(date),
      /** List 7408. */
      Status: CS,
      StatusSoknadSlv: optional(CS),
      /** Recalled while it is being dispensed; `Arsak` is list 7500. */
      TilbakekallingStatus: optional(boolean),
      Arsak: optional(CV),
      Utlevering: many(utleveringIn(namespace))
    })
  )
})
const statusOrList = atMostOneOf('StatusSok', 'Listeelement')

const of2015 = kithNs('m96/2015-05-01')
export const M96of2015 = element(of2015, listIn(of2015), statusOrList)
const of2018 = ehelseNs('m96/2018-07-01')
export const M96 = element(
  of2018,
  {
    PasientInfo: optional(element(of2018, { Fnr: text, AndreFnr: many(text) })),
    LastResept: optional(boolean),
    Pasientreservasjon: optional(boolean),
    ...listIn(of2018)
  },
  statusOrList
)
export type M96 = Infer<typeof M96>

export const M97of2015 = element(kithNs('m97/2015-05-01'), { Samtykke: CS, ReseptId: text, Komprimering: int })
export const M97 = element(ehelseNs('m97/2018-07-01'), { ReseptId: text, Komprimering: int })

/** The M6s are attached; `AntallUteveringer` is the XSD's own spelling, put right in 2018. */
export const M98of2015 = element(
  kithNs('m98/2015-10-15'),
  { IngenResept: optional(boolean), AntallUteveringer: optional(int) },
  exactlyOneOf('IngenResept', 'AntallUteveringer')
)
export const M98 = element(
  ehelseNs('m98/2018-07-01'),
  { IngenResept: optional(boolean), AntallUtleveringer: optional(int), Pasientreservasjon: optional(boolean) },
  exactlyOneOf('IngenResept', 'AntallUtleveringer', 'Pasientreservasjon')
)
