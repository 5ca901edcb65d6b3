/** NAV-Fastlege of 2010: whose list a patient is on, asked of Fastlegeregisteret. */
import { HealthcareProfessional } from '../felles/felleskomponent1.ts'
import { CS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { complexType, element, optional } from '../xml/schema.ts'

export const fastlegeNs = 'http://www.kith.no/xmlstds/nav/fastlege/2010-02-01'

export const FastlegeForesporsel = element(fastlegeNs, { HentFastlege: complexType(fastlegeNs, { PasientFnr: text }) })

export const FastlegeSvar = element(fastlegeNs, {
  /** Where the doctor has the contract. */
  Kommune: CS,
  LegekontorNavn: optional(text),
  LegekontorOrgNr: optional(text),
  Lege: HealthcareProfessional
})
