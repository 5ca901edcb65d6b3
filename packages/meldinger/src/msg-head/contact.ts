/** Where somebody in an envelope lives or works, and on which number: between the wire and what it means. */
import { addressType, telecomType } from '../felles/code-names.ts'
import type { Contact } from '../melding.ts'
import type { DeepPartial } from '../xml/schema-decode.ts'
import type { PatientElement } from './schema.ts'

type ContactElement = Pick<PatientElement, 'Address' | 'TeleCom'>

/** Undefined where there is neither an address nor a number. */
export function contactOf({ Address, TeleCom = [] }: DeepPartial<ContactElement>): Contact | undefined {
  if (Address === undefined && TeleCom.length === 0) return undefined
  const telecom = TeleCom.map(({ TypeTelecom, TeleAddress }) => ({
    ...(TypeTelecom?.V !== undefined && { type: TypeTelecom.V }),
    uri: TeleAddress?.V ?? ''
  }))
  return { ...(Address && { address: addressOf(Address) }), ...(telecom.length > 0 && { telecom }) }
}

export function contactElements(contact: Contact | undefined): ContactElement {
  if (contact === undefined) return {}
  const { address, telecom = [] } = contact
  return {
    Address: address && {
      Type: address.type === undefined ? undefined : addressType(address.type),
      StreetAdr: address.street,
      PostalCode: address.postalCode,
      City: address.city
    },
    TeleCom: telecom.map(({ type, uri }) => ({
      TypeTelecom: type === undefined ? undefined : telecomType(type),
      TeleAddress: { V: uri }
    }))
  }
}

function addressOf({ Type, StreetAdr, PostalCode, City }: DeepPartial<NonNullable<ContactElement['Address']>>) {
  return {
    ...(Type?.V !== undefined && { type: Type.V }),
    ...(StreetAdr !== undefined && { street: StreetAdr }),
    ...(PostalCode !== undefined && { postalCode: PostalCode }),
    ...(City !== undefined && { city: City })
  }
}
