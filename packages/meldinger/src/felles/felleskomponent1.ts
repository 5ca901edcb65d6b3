/** Persons, organisations and their addresses: felleskomponent1, and the same shapes as MsgHead and Dialogmelding repeat them. */
import { complexType, many, optional, recursive, some } from '../xml/schema.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import { date, text } from './leaves.ts'
import { CS, CV, URL } from './kith.ts'

export const felleskomponent1 = 'http://www.kith.no/xmlstds/felleskomponent1'

/** The three types that hold no person, in the namespace that the standard puts them in. */
export function contactTypes(namespace: string) {
  const Ident = complexType(namespace, { Id: text, TypeId: CV })
  const Address = complexType(namespace, {
    Type: optional(CS),
    StreetAdr: optional(text),
    PostalCode: optional(text),
    City: optional(text),
    Postbox: optional(text),
    County: optional(CS),
    Country: optional(CS)
  })
  const TeleCom = complexType(namespace, { TypeTelecom: optional(CS), TeleAddress: URL })
  return { Ident, Address, TeleCom }
}

export const { Ident, Address, TeleCom } = contactTypes(felleskomponent1)
export type Ident = Infer<typeof Ident>
export type Address = Infer<typeof Address>
export type TeleCom = Infer<typeof TeleCom>

/** What persons have in common after their names. */
export const aboutPerson = { DateOfBirth: optional(date), Sex: optional(CS), Nationality: optional(CS) }
export const personNames = { FamilyName: optional(text), MiddleName: optional(text), GivenName: optional(text) }
export const professionalRole = { TypeHealthcareProfessional: optional(CS), RoleToPatient: optional(CV) }
const contact = { Address: optional(Address), TeleCom: many(TeleCom) }

export const Person = complexType(felleskomponent1, {
  ...personNames,
  ...aboutPerson,
  Ident: many(Ident),
  ...contact
})
export type Person = Infer<typeof Person>

export const HealthcareProfessional = complexType(felleskomponent1, {
  ...professionalRole,
  ...personNames,
  ...aboutPerson,
  Ident: some(Ident),
  ...contact
})
export type HealthcareProfessional = Infer<typeof HealthcareProfessional>

export type Organisation = {
  readonly TypeOrganisation?: CV | undefined
  readonly OrganisationName: string
  readonly Ident: readonly Ident[]
  readonly Address?: Address | undefined
  readonly TeleCom?: readonly TeleCom[] | undefined
  readonly Organisation?: Organisation | undefined
}
export const Organisation: Schema<Organisation> = recursive<Organisation>(felleskomponent1, false, () => ({
  TypeOrganisation: optional(CV),
  OrganisationName: text,
  Ident: some(Ident),
  ...contact,
  Organisation: optional(Organisation)
}))
