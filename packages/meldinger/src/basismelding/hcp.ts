/** A party of the health service as henvisning, rekvisisjon and svarrapport name it; epikrise has more of each. */
import { hcpNames } from '../felles/hcp-schema.ts'
import { CV } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import type { Edition } from './edition.ts'
import type { Parts } from './parts.ts'

export function inst(namespace: string, { Dept, HCPerson, AdditionalId }: Parts) {
  return element(namespace, {
    ...hcpNames,
    Dept: many(Dept),
    HCPerson: many(HCPerson),
    AdditionalId: many(AdditionalId)
  })
}

export function hcp(namespace: string, common: Parts) {
  return element(
    namespace,
    {
      Inst: optional(inst(namespace, common)),
      HCProf: optional(common.HCProf),
      MedSpeciality: optional(CV),
      Address: optional(common.Address)
    },
    exactlyOneOf('Inst', 'HCProf')
  )
}
export type Hcp = ReturnType<typeof hcp>

/** That of henvisning has its parts in another order, and 1.0 the numbers by which the parties know each other. */
export function hcpOfHenvisning({ namespace, dropped }: Edition, common: Parts) {
  const Inst = element(namespace, {
    ...hcpNames,
    AdditionalId: many(common.AdditionalId),
    HCPerson: many(common.HCPerson),
    Dept: many(common.Dept)
  })
  return element(
    namespace,
    {
      Inst: optional(Inst),
      HCProf: optional(common.HCProf),
      MedSpeciality: optional(CV),
      PartyIdByRequester: dropped(optional(text)),
      PartyIdByServProv: dropped(optional(text)),
      Address: optional(common.Address)
    },
    exactlyOneOf('Inst', 'HCProf')
  )
}
