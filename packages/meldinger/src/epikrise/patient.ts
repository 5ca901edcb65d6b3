/** The patient of an epikrise, with those around him. */
import type { Edition } from '../basismelding/edition.ts'
import type { Parts } from '../basismelding/parts.ts'
import { CS, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import type { Hcp } from './hcp.ts'

export function patient({ namespace, dropped }: Edition, common: Parts, HCP: Hcp) {
  const PatientRelParty = element(namespace, {
    Relation: CS,
    Name: optional(text),
    RelPartyOffId: optional(text),
    Address: optional(common.Address)
  })
  const PatRelHCP = element(namespace, {
    Relation: CS,
    StartDateTime: optional(TS),
    EndDateTime: optional(TS),
    Role: dropped(optional(CS)),
    HCP
  })
  return element(namespace, {
    Sex: optional(CS),
    DateOfBirth: optional(TS),
    DateOfDeath: optional(TS),
    Name: optional(text),
    IdByServProvider: optional(text),
    IdByRequester: optional(text),
    OffId: optional(text),
    TypeOffId: optional(CS),
    PatientPrecaution: many(common.PatientPrecaution),
    PatientRelParty: many(PatientRelParty),
    PatRelHCP: many(PatRelHCP),
    AdditionalId: many(common.AdditionalId),
    Address: optional(common.Address)
  })
}
