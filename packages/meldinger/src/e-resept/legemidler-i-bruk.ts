/** M25.1 to M25.4: the patient's medicine list, from the doctor, in questions from the pharmacy, as packed, and to kjernejournal. */
import { CS, CV, URL } from '../felles/kith.ts'
import { base64, boolean, date, dateTime, text } from '../felles/leaves.ts'
import type { Fields, Infer } from '../xml/schema.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'
import { helsepersonIn, organisasjonIn } from './resept.ts'

const ki = kithNs('ki/2013-04-25')
const Legemiddelreaksjon = element(ki, {
  Atc: optional(CV),
  Virkestoff: many(text),
  VirkestoffId: many(text),
  MerkevareId: optional(text),
  Hjelpestoffreaksjon: optional(boolean),
  Varenavn: optional(text)
})
const Allergi = element(ki, {
  Reaksjon: CV,
  Kommentar: optional(text),
  Oppdatert: dateTime,
  Kilde: CV,
  Legemiddelreaksjon,
  Avkreftet: optional(boolean)
})
const closing = { Allergi: many(Allergi), Merknad: optional(text) }

function rolleIn(namespace: string) {
  const Helseperson = optional(helsepersonIn(namespace))
  const Organisasjon = optional(organisasjonIn(namespace))
  /** List 7490. */
  const fields = { Rolle: CS, Helseperson, Organisasjon }
  return { Rolle: many(element(namespace, fields, exactlyOneOf('Helseperson', 'Organisasjon'))) }
}

/** One medicine; `B64` holds a ReseptDokLegemiddel as XML. What only one of the messages has stands at its place in the sequence. */
function oppforingIn<B extends Fields, A extends Fields>(namespace: string, before: B, after: A) {
  const EnkeltoppforingLIB = element(namespace, {
    Id: text,
    /** List 7491: E e-prescription, P paper, U without. */
    Type: CS,
    ReseptId: optional(text),
    UtlopsdatoResept: optional(date),
    SistEndret: dateTime,
    DatoOppstart: optional(date),
    ...before,
    MedEndring: optional(boolean),
    ...rolleIn(namespace),
    ReseptDokLegemiddelB64: base64,
    ...after
  })
  return { ...rolleIn(namespace), EnkeltoppforingLIB: many(EnkeltoppforingLIB) }
}

const answer = { Kode: CV, Merknad: optional(text) }
const sporsmalIn = (namespace: string) =>
  many(
    element(namespace, {
      ...answer,
      Tidspunkt: dateTime,
      Stiller: text,
      Mottaker: optional(text),
      Svar: optional(element(namespace, answer))
    })
  )
const pakkeinfoIn = (namespace: string) =>
  optional(
    element(namespace, {
      Bestillingsfrist: dateTime,
      ForsteDoseringsdato: optional(date),
      SisteDoseringsdato: optional(date)
    })
  )

const m251 = kithNs('m251/2013-10-08')
const Seponering = element(m251, { Tidspunkt: dateTime, Arsak: CS, Merknad: optional(text) })
export const M251 = element(m251, {
  ...oppforingIn(m251, {}, { Seponering: optional(Seponering), Sporsmal: sporsmalIn(m251) }),
  ...closing,
  Vikar: optional(CS)
})
export type M251 = Infer<typeof M251>

const m252 = kithNs('m252/2013-10-08')
export const M252 = element(m252, {
  ...oppforingIn(m252, {}, { Sporsmal: sporsmalIn(m252) }),
  Pakkeinfo: pakkeinfoIn(m252),
  ...closing
})

const m253 = kithNs('m253/2013-10-08')
const SisteUtlevering = element(m253, {
  RefM10: optional(text),
  Ompakkingsgrunn: optional(CS),
  DatoForsteDose: date,
  DatoSisteDose: date,
  Bilderef: optional(URL),
  UtleveringB64: base64
})
export const M253 = element(m253, {
  ...oppforingIn(m253, { InngarMultidose: optional(CS) }, { SisteUtlevering: many(SisteUtlevering) }),
  Pakkeinfo: pakkeinfoIn(m253),
  ...closing
})

const m254 = kithNs('m254/2013-10-08')
export const M254 = element(m254, { ...oppforingIn(m254, {}, {}), ...closing })
export type M254 = Infer<typeof M254>
