/** Who it is about: the Patient, the next of kin, and other contacts. */
import type { Person } from '@budstikka/landscape'
import { identifyPersonNumber } from '@budstikka/meldinger'
import type { Patient, RelatedPerson } from '@medplum/fhirtypes'
import type { Egenregistrering } from '../egenregistrering.ts'
import { identifier, noBasis, systems } from './systems.ts'

export const patientReference = { reference: 'Patient/1' }

/** `fastlege`: the name of the GP as the register has it. */
export function patientOf(person: Person, fastlege: string | undefined): Patient {
  const { id, givenName, familyName, birthDate, sex } = person
  const system = identifyPersonNumber(id)?.kind === 'DNR' ? systems.DNR : systems.FNR
  return {
    resourceType: 'Patient',
    id: '1',
    meta: { profile: [noBasis('Patient')] },
    identifier: [identifier(system, id)],
    name: [{ family: familyName, given: [givenName] }],
    gender: sex === '1' ? 'male' : 'female',
    birthDate,
    generalPractitioner: [
      { identifier: identifier(systems.HER, person.fastlege), ...(fastlege !== undefined && { display: fastlege }) }
    ]
  }
}

export const relatedPersons = ({ parorende = [], kontakter = [] }: Egenregistrering): RelatedPerson[] => [
  ...parorende.map((one, at) => related(one, `parorende-${at + 1}`, 'Pårørende')),
  ...kontakter.map((one, at) => related(one, `kontakt-${at + 1}`, 'Kontaktperson'))
]

type Kontakt = NonNullable<Egenregistrering['kontakter']>[number]
const related = ({ fornavn, etternavn, telefon }: Kontakt, id: string, relationship: string): RelatedPerson => ({
  resourceType: 'RelatedPerson',
  id,
  meta: { profile: [noBasis('RelatedPerson')] },
  patient: patientReference,
  relationship: [{ text: relationship }],
  name: [{ family: etternavn, given: [fornavn] }],
  ...(telefon !== undefined && { telecom: [{ system: 'phone' as const, value: telefon }] })
})
