/** Medicines in use and medicines given at the handing over (EPJ-legemiddel). */
import { HealthcareProfessional } from '../felles/felleskomponent1.ts'
import { CS, PQ, TS } from '../felles/kith.ts'
import { boolean, integer, text } from '../felles/leaves.ts'
import { element, entries, optional, some } from '../xml/schema.ts'
import { componentOf } from './meta.ts'

const epj3 = 'http://www.kith.no/xmlstds/epj/epj3/2008-02-20'

const Forskrivningsinfo = element(epj3, {
  BruksomradeTekst: optional(text),
  DosVeiledEnkel: optional(text),
  Nr: optional(text),
  Navn: text,
  GeneriskNavn: optional(text),
  Atc: optional(CS),
  Legemiddelform: optional(CS),
  Styrke: optional(PQ),
  Bruk: optional(CS),
  DoseringStarttidspunkt: optional(TS),
  DoseringSluttidspunkt: optional(TS),
  SkalIkkeTasSammenMedAnnetLegemiddel: optional(boolean)
})

const ForenkletForskrivning = element(epj3, {
  StatusTilForskrivningen: optional(CS),
  InngaarIMultidose: optional(CS),
  ReseptId: optional(text),
  Merknad: optional(text),
  Forskriver: optional(HealthcareProfessional),
  Forskrivningsinfo
})

export const Legemiddelinfo = element(epj3, {
  ...componentOf('EPJ dokument', '2.16.578.1.12.4.1.6.13.10301.0'),
  ForenkletForskrivning
})

const given = {
  AdmEnkeltdose: optional(PQ),
  AdmStart: TS,
  AdmSlutt: optional(TS),
  AdministrertAv: optional(HealthcareProfessional)
}
const AdmAvHelsepersonell = element(epj3, {
  ...given,
  AdmStatus: optional(CS),
  AdministrertLegemiddel: optional(element(epj3, { Kvantum: optional(text) })),
  Forskrivningsinfo: optional(Forskrivningsinfo)
})
const Egenadministrering = element(epj3, {
  ...given,
  UtlevertLegemiddel: some(element(epj3, { AntEnkeltdoser: integer })),
  Forskrivningsinfo: optional(Forskrivningsinfo)
})

/** `entries` is our word: the XSD has the two in any number and order, and the order is kept. */
export const LegemidlerAdministrertVedOverforing = element(epj3, {
  ...componentOf('EPJ dokument', '2.16.578.1.12.4.1.6.13.10302.0'),
  entries: entries({ AdmAvHelsepersonell, Egenadministrering })
})
