/** The people and units behind a note: their own elements in the dialog namespace, their contacts in felleskomponent1. */
import {
  Address,
  Ident,
  Organisation,
  TeleCom,
  aboutPerson,
  personNames,
  professionalRole
} from '../felles/felleskomponent1.ts'
import { CV } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { atMostOneOf, element, exactlyOneOf, many, optional } from '../xml/schema.ts'

export function roller10(namespace: string) {
  const { HealthcareProfessional, Person } = people(namespace)
  return element(
    namespace,
    { RolleNotat: optional(CV), RoleToPatient: optional(CV), HealthcareProfessional, Person },
    exactlyOneOf('HealthcareProfessional', 'Person')
  )
}

/** In 1.1 a unit may stand beside the person or in their place. */
export function roller11(namespace: string) {
  const { HealthcareProfessional, Person } = people(namespace)
  const oneAtMost = atMostOneOf('HealthcareProfessional', 'Person')
  const TilknyttetEnhet = element(
    namespace,
    { Kontaktenhet: Organisation, Merknad: optional(text), HealthcareProfessional, Person },
    oneAtMost
  )
  return element(
    namespace,
    {
      RolleNotat: optional(CV),
      RoleToPatient: optional(CV),
      TilknyttetEnhet: optional(TilknyttetEnhet),
      HealthcareProfessional,
      Person
    },
    oneAtMost
  )
}

function people(namespace: string) {
  const contact = { Ident: many(Ident), Address: optional(Address), TeleCom: many(TeleCom) }
  const { FamilyName, MiddleName, GivenName } = personNames
  return {
    HealthcareProfessional: optional(
      element(namespace, { ...professionalRole, ...personNames, ...aboutPerson, ...contact })
    ),
    // The one place where the given name comes first.
    Person: optional(element(namespace, { GivenName, MiddleName, FamilyName, ...aboutPerson, ...contact }))
  }
}
