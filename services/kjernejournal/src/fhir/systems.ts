/** Identifiers, code systems and profiles as FHIR names them in Norway (no-basis R4). */
import { identifierSystems, listSystem } from '@budstikka/meldinger'
import type { CodeableConcept, Coding, Identifier } from '@medplum/fhirtypes'
import { nameOf } from '../kodeverk.ts'

export { listSystem, noBasis } from '@budstikka/meldinger'
export const systems = {
  ...identifierSystems,
  atc: 'http://www.whocc.no/atc',
  fest: 'http://ehelse.no/fhir/CodeSystem/FEST',
  kommune: 'https://register.geonorge.no/sosi-kodelister/kommunenummer'
} as const
/** So it stands in no-basis, with an i less. */
export const misspelledListSystem = (list: string) => listSystem(list).replace('urn:oid:', 'urn:uid:')

export const identifier = (system: string, value: string): Identifier => ({ system, value })

/** A code of one of our lists, with its name. */
export const coding = (list: string, code: string, system = listSystem(list)): Coding => {
  const display = nameOf(list, code)
  return { system, code, ...(display !== undefined && { display }) }
}
export const concept = (list: string, code: string): CodeableConcept => ({ coding: [coding(list, code)] })

export const isoTime = (at: number) => new Date(at).toISOString()
export const isoDate = (at: number) => isoTime(at).slice(0, 10)
