/** How AppRec and the standards without a MsgHead name a party (HCP): institution, department and person, in each one's namespace. */
import type { Infer } from '../xml/schema.ts'
import { element, many, optional } from '../xml/schema.ts'
import { CS, URL } from './kith.ts'
import { text } from './leaves.ts'

export const hcpNames = { Name: optional(text), Id: optional(text), TypeId: optional(CS) }

export function hcpParts(namespace: string) {
  const AdditionalId = element(namespace, { Id: text, Type: CS })
  const Dept = element(namespace, { Type: optional(CS), ...hcpNames, AdditionalId: many(AdditionalId) })
  const HCPerson = element(namespace, { ...hcpNames, AdditionalId: many(AdditionalId) })
  const Address = element(namespace, {
    Type: CS,
    StreetAdr: optional(text),
    PostalCode: optional(text),
    City: optional(text),
    County: optional(CS),
    Country: optional(CS),
    CityDistr: optional(CS),
    TeleAddress: many(URL)
  })
  const HCProf = element(namespace, { Type: optional(CS), ...hcpNames, AdditionalId: many(AdditionalId) })
  return { AdditionalId, Dept, HCPerson, Address, HCProf }
}

type Parts = ReturnType<typeof hcpParts>

/** What every HCP says of who it is. */
export type HcpElement = {
  readonly Inst?:
    | (Infer<Parts['HCPerson']> & {
        readonly Dept?: readonly Infer<Parts['Dept']>[] | undefined
        readonly HCPerson?: readonly Infer<Parts['HCPerson']>[] | undefined
      })
    | undefined
  readonly HCProf?: Infer<Parts['HCPerson']> | undefined
}
