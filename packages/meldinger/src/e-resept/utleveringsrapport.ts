/** M10 and what Reseptformidleren makes of it: M6 to the prescriber, M8 to the fastlege, M8.1 to kjernejournal, M20 to the agency. */
import { Ident } from '../felles/felleskomponent1.ts'
import { CS, CV, MO } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, element, many, optional } from '../xml/schema.ts'
import { egenandelIn, fourPeriods } from './egenandel.ts'
import { kithNs } from './namespace.ts'
import { ReseptDokHandelsvare, ReseptDokLegemiddel } from './resept.ts'

const ul = kithNs('utlevering/2013-10-08')

const Intervensjon = element(ul, {
  Kode: optional(CV),
  EndringsType: optional(CS),
  KonfKunde: optional(boolean),
  KonfLege: optional(Ident),
  Begrunnelse: optional(text)
})
export const Utlevering = element(
  ul,
  {
    ReseptId: text,
    Utleveringsdato: date,
    Annullering: boolean,
    /** List 1101: 1 closes the prescription. */
    Avsluttet: optional(CS),
    ByttereservasjonKunde: optional(boolean),
    /** MsgId of the M10 that is annulled. */
    AnnulleringsId: optional(text),
    Batchnr: optional(text),
    ReseptDokLegemiddel: optional(ReseptDokLegemiddel),
    ReseptDokHandelsvare: optional(ReseptDokHandelsvare),
    Utleverer: element(ul, { HerId: Ident, Navn: text }),
    Intervensjon: many(Intervensjon)
  },
  atMostOneOf('ReseptDokLegemiddel', 'ReseptDokHandelsvare')
)
export type Utlevering = Infer<typeof Utlevering>

const RekvirentPapir = optional(
  element(ul, {
    Ident: optional(Ident),
    Fornavn: optional(text),
    Etternavn: optional(text),
    Spesialitet: optional(CV),
    Inst: optional(text),
    Dept: optional(text),
    RekvirentNordisk: optional(boolean),
    InstitusjonsID: optional(CV)
  })
)
const m10 = kithNs('m10/2013-10-08')
export const Utleveringsrapport = element(
  m10,
  {
    Utlevering,
    Kanselleringskode: optional(CS),
    ReservasjonRapportFastlege: boolean,
    PrisLegemiddelUtenMt: optional(MO),
    AnsattId: text,
    Egenandel: many(egenandelIn(m10)),
    Papirresept: optional(boolean),
    RekvirentPapir
  },
  fourPeriods
)
export type Utleveringsrapport = Infer<typeof Utleveringsrapport>

/** `ReferanseM10` is the MsgId of the M10. */
const rapport = { Utlevering, ReferanseM10: text }
const papir = { Papirresept: optional(boolean), RekvirentPapir }

export const UtleveringsrapportRekvirent = element(kithNs('m6/2013-10-08'), rapport)
export const UtleveringsrapportFastlege = element(kithNs('m8/2013-10-08'), { ...rapport, ...papir })
export const UtleveringsrapportKjernejournal = element(kithNs('m81/2013-10-08'), {
  ...rapport,
  ...papir,
  RefNr: optional(text),
  ReservasjonRapportFastlege: optional(boolean),
  Vergeinnsynsreservasjon: optional(boolean)
})
export const Notifisering = element(kithNs('m20/2013-10-08'), { Utlevering, PrisLegemiddelUtenMt: optional(MO) })
