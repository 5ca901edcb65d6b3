/** M18, M22 and M23: the pharmacy claims its refunds from Helfo, is told what was granted, and what was paid. */
import { Ident } from '../felles/felleskomponent1.ts'
import { CS, CV, MO } from '../felles/kith.ts'
import { base64, boolean, date, dateTime, decimal, integer, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

const m18 = kithNs('m18/2013-04-16')

const Hjemmel = element(m18, {
  RefHjemmel: CV,
  RefKode: optional(CV),
  VedtaksEnh: optional(CV),
  Vedtaksdato: optional(date)
})
/** Unlike those of M1, some of the names have small letters in the middle. */
const EEA = element(m18, {
  EEADok: CS,
  EEACardId: optional(text),
  EEAId: optional(text),
  EEAtrygdekontorNavn: optional(text),
  EEAtrygdekontorNr: optional(text),
  EEAgyldighetFra: optional(date),
  EEAgyldighet: optional(date)
})
const Egenandel = element(m18, {
  Egenandel: MO,
  EgenandelKode: optional(CV),
  BetTidl: optional(MO),
  StartPeriode: optional(date)
})
const Pasient = element(m18, {
  Ident: optional(Ident),
  Fornavn: optional(text),
  Mellomnavn: optional(text),
  Etternavn: optional(text),
  Fodselsdato: optional(date),
  Kommune: optional(CS),
  Kjonn: optional(CS),
  ArbeidstakerNorge: optional(boolean),
  Konvensjonsland: optional(CS),
  Dokumentasjon: optional(CS),
  Vernepliktig: boolean,
  Egenandel,
  EEA: optional(EEA)
})

const names = { Fornavn: optional(text), Etternavn: optional(text), Spesialitet: optional(CV) }
const enhet = { Inst: optional(text), Dept: optional(text) }
const InstitusjonsID = optional(CV)
const Resept = element(m18, {
  Forskrivningsdato: date,
  Avsluttet: optional(boolean),
  Instituert: optional(element(m18, { ...names, ...enhet, InstitusjonsID })),
  Rekvirent: element(m18, {
    Ident: optional(Ident),
    ...names,
    ...enhet,
    RekvirentNordisk: optional(boolean),
    InstitusjonsID
  })
})

const Vare = element(m18, {
  Navn: text,
  Nr: text,
  Atc: optional(text),
  Antall: decimal,
  Pris: element(m18, { Pris: MO, Innpris: optional(MO) })
})
const Intervensjon = element(m18, {
  Kode: CV,
  EndringsType: CS,
  KonfKunde: optional(boolean),
  Ident: optional(Ident)
})
const Utlevering = element(m18, {
  Registreringsdato: dateTime,
  Dato: dateTime,
  BytteRes: optional(CS),
  Arbeidspris: optional(MO),
  Nodekspedisjon: CS,
  Kvittering: optional(base64),
  /** List 7414: 0 none, 1 electronic, 2 paper. */
  ReseptType: CS,
  Multidose: boolean,
  VareSendPasient: boolean,
  Hjemmel: optional(Hjemmel),
  Pasient,
  Resept: optional(Resept),
  Intervensjon: many(Intervensjon),
  Vare: some(Vare),
  AnsattId: optional(text),
  SigCompressionMode: optional(text),
  ManglendeKvittering: optional(CV)
})

export const Oppgjorskrav = element(m18, {
  OppgjorsNr: text,
  AvsenderDato: date,
  RefKrav: MO,
  AntEnkeltregninger: integer,
  Enkeltregning: some(
    element(m18, {
      RegningsNr: text,
      SumRefusjon: MO,
      ReseptId: optional(text),
      KrediteringRef: optional(text),
      Utlevering
    })
  )
})
export type Oppgjorskrav = Infer<typeof Oppgjorskrav>

const m22 = kithNs('m22/2006-10-06')
export const Oppgjorsresultat = element(m22, {
  OppgjorsNr: text,
  BehandlingDato: date,
  /** `Status` is list 7410. */
  Regning: some(element(m22, { RegningsNr: text, Krav: MO, Godkjent: MO, Status: CS, Merknad: many(text) }))
})
export type Oppgjorsresultat = Infer<typeof Oppgjorsresultat>

const m23 = kithNs('m23/2006-10-06')
export const Utbetaling = element(m23, {
  Utbetalingsnr: text,
  Utbetalt: MO,
  UtbetaltDato: date,
  Oppgjor: some(element(m23, { OppgjorsNr: text, Godkjent: MO }))
})
export type Utbetaling = Infer<typeof Utbetaling>
