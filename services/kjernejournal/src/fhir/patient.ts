/** Who it is about: the Patient, the next of kin, and other contacts. */
import { derivedUuid, identifyPersonNumber } from '@budstikka/meldinger'
import type { Patient, Reference, RelatedPerson } from '@medplum/fhirtypes'
import type { Egenregistrering } from '../egenregistrering.ts'
import type { Hvem } from '../world.ts'
import { identifier, noBasis, systems } from './systems.ts'

/** Whom resources are about, and what each is named. */
export type About = {
  readonly subject: Reference<Patient>
  /** The same id for the same thing in every answer. `kind` and `key`: what of the person's it is. */
  idOf(kind: string, key: string): string
}

/** Each with a key for `idOf`, for what has no id of its own: by content, so that one that is taken away gives its key to no other; equals are counted. */
export function keyed<One>(all: readonly One[], contentOf: (one: One) => string): readonly (readonly [One, string])[] {
  const counts = new Map<string, number>()
  return all.map((one) => {
    const content = contentOf(one)
    const count = counts.get(content) ?? 0
    counts.set(content, count + 1)
    return [one, `${content} ${count}`]
  })
}

/** By the number alone, for what stands outside a bundle with the Patient in it. */
export const aboutPerson = (fodselsnummer: string): About => ({
  subject: { type: 'Patient', identifier: numberOf(fodselsnummer) },
  idOf: (kind, key) => derivedUuid(0, 'fhir', kind, fodselsnummer, key)
})

/** As the Patient stands in the bundle: a reference must resolve there (FHIR R4, bundle.html#references). */
export function aboutIn(patient: Patient, fodselsnummer: string): About {
  const about = aboutPerson(fodselsnummer)
  return { ...about, subject: { reference: fullUrlOf(patient) } }
}

/** Nothing here is read one by one from an address, so a resource is named by its id, which is a UUID. */
export const fullUrlOf = ({ id = '' }: { readonly id?: string }): string => `urn:uuid:${id}`

const numberOf = (fodselsnummer: string) =>
  identifier(identifyPersonNumber(fodselsnummer)?.kind === 'DNR' ? systems.DNR : systems.FNR, fodselsnummer)

export function patientOf({ person, fastlege, kommune }: Hvem): Patient {
  const { id, givenName, familyName, birthDate, sex, municipality } = person
  return {
    resourceType: 'Patient',
    id: aboutPerson(id).idOf('Patient', ''),
    meta: { profile: [noBasis('Patient')] },
    identifier: [numberOf(id)],
    name: [{ family: familyName, given: [givenName] }],
    gender: sex === '1' ? 'male' : 'female',
    birthDate,
    address: [addressOf(kommune, municipality)],
    generalPractitioner: [
      { identifier: identifier(systems.HER, person.fastlege), ...(fastlege !== undefined && { display: fastlege }) }
    ]
  }
}

/** What Folkeregisteret has of it here: the municipality. */
const addressOf = (kommune: string, code: string) => ({
  use: 'home' as const,
  district: kommune,
  _district: { extension: [{ url: noBasis('municipalitycode'), valueCoding: { system: systems.kommune, code } }] }
})

export function relatedPersons({ parorende = [], kontakter = [] }: Egenregistrering, { subject, idOf }: About) {
  const related = (kind: string, relationship: string, all: readonly Kontakt[]): RelatedPerson[] =>
    keyed(all, nameOf).map(([{ fornavn, etternavn, telefon }, key]) => ({
      resourceType: 'RelatedPerson',
      id: idOf(kind, key),
      meta: { profile: [noBasis('RelatedPerson')] },
      patient: subject,
      relationship: [{ text: relationship }],
      name: [{ family: etternavn, given: [fornavn] }],
      ...(telefon !== undefined && { telecom: [{ system: 'phone' as const, value: telefon }] })
    }))
  return [...related('parorende', 'Pårørende', parorende), ...related('kontakt', 'Kontaktperson', kontakter)]
}

const nameOf = ({ fornavn, etternavn }: Kontakt) => `${fornavn} ${etternavn}`

type Kontakt = NonNullable<Egenregistrering['kontakter']>[number]
