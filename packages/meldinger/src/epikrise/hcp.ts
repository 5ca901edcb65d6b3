/** A party of the health service as an epikrise names it. */
import type { Edition } from '../basismelding/edition.ts'
import type { Parts } from '../basismelding/parts.ts'
import { hcpNames } from '../felles/hcp-schema.ts'
import { CS, CV } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'

export function inst({ namespace, dropped }: Edition, { Dept, HCPerson, AdditionalId }: Parts) {
  const { Name, Id, TypeId } = hcpNames
  return element(namespace, {
    Name,
    Type: dropped(optional(CS)),
    Id,
    TypeId,
    Dept: many(Dept),
    HCPerson: many(HCPerson),
    AdditionalId: many(AdditionalId)
  })
}

export function hcp(edition: Edition, common: Parts) {
  const { namespace, dropped } = edition
  const HCProf = element(namespace, {
    Type: optional(CS),
    Position: optional(CV),
    Name: optional(text),
    Qual: many(CV),
    Id: optional(text),
    TypeId: optional(CS),
    AdditionalId: many(common.AdditionalId)
  })
  return element(
    namespace,
    {
      Inst: optional(inst(edition, common)),
      HCProf: optional(HCProf),
      MedSpecialty: optional(CV),
      PartyIdByRequester: dropped(optional(text)),
      PartyIdByServProv: dropped(optional(text)),
      Address: optional(common.Address)
    },
    exactlyOneOf('Inst', 'HCProf')
  )
}
export type Hcp = ReturnType<typeof hcp>
