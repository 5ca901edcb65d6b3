/** The patient of henvisning 1.0 and 1.1, with those around him: what 1.1 took over from poKomponent, 1.0 had in its own way. */
import type { Edition } from '../basismelding/edition.ts'
import type { hcpOfHenvisning } from '../basismelding/hcp.ts'
import type { Parts } from '../basismelding/parts.ts'
import { Person } from '../felles/felleskomponent1.ts'
import { BL, CS, CV, TS } from '../felles/kith.ts'
import { date, integer, text } from '../felles/leaves.ts'
import { forsendelse } from '../plo/forsendelse.ts'
import { onske } from '../plo/onske.ts'
import { plo15 } from '../plo/version.ts'
import { element, many, optional } from '../xml/schema.ts'
import { infItem1 } from './inf-item.ts'

export function patient(edition: Edition, common: Parts, HCP: ReturnType<typeof hcpOfHenvisning>) {
  const { namespace, added, dropped } = edition
  const NeedTranslator = element(namespace, {
    Person: optional(integer),
    IsDeaf: optional(BL),
    IsBlind: optional(BL),
    Language: optional(CS),
    PreferredTranslator: optional(integer),
    TranslatorEndDate: optional(TS),
    Note: optional(text)
  })
  const CareSituation = element(namespace, {
    Description: optional(text),
    CustodyType: CS,
    CustodyOwner: optional(text),
    CareSituationType: CS,
    NativeLanguage: optional(CS)
  })
  const ContactPerson = element(namespace, {
    OccupationRole: optional(text),
    WorkingPlace: optional(text),
    Referanseperson: Person,
    Merknad: optional(text)
  })
  return element(namespace, {
    BasisForHealthServices: optional(CS),
    Sex: optional(CS),
    DateOfBirth: optional(TS),
    DateOfDeath: optional(TS),
    Name: optional(text),
    IdByRequester: optional(text),
    OffId: optional(text),
    TypeOffId: optional(CS),
    PatientPrecaution: many(common.PatientPrecaution),
    InfItem: many(infItem1(namespace)),
    PatRelHCP: many(element(namespace, { Relation: CS, StartDateTime: optional(TS), EndDateTime: optional(TS), HCP })),
    NeedTranslator: dropped(many(NeedTranslator)),
    CareSituation: dropped(optional(CareSituation)),
    PatRelperson: dropped(many(patRelPerson(edition, common))),
    AssistertKommunikasjon: added(many(onske(plo15).AssistertKommunikasjon)),
    ParorendeForesatt: added(forsendelse(plo15).ParorendeForesatt),
    ContactPerson: added(many(ContactPerson)),
    PatRelInst: many(patRelInst(edition, common)),
    Consent: optional(consent(edition)),
    AdditionalId: many(common.AdditionalId),
    Address: optional(common.Address)
  })
}

function patRelPerson(edition: Edition, { Address }: Parts) {
  const { namespace } = edition
  const Relation = element(namespace, {
    Guardien: optional(BL),
    RelationCode: optional(CS),
    Description: optional(text)
  })
  return element(namespace, {
    Description: optional(text),
    DateOfBirth: optional(TS),
    Sex: optional(CS),
    Occupation: optional(CS),
    Role: optional(text),
    EthnicBelonging: optional(CS),
    Name: text,
    OffId: optional(text),
    TypeOffId: optional(CS),
    Relation: optional(Relation),
    Address: optional(Address),
    Consent: optional(consent(edition))
  })
}

function patRelInst({ namespace, isNewer, added, dropped }: Edition, { Address }: Parts) {
  return element(namespace, {
    NameInst: optional(text),
    WorkingTime: dropped(optional(text)),
    RoleInst: added(optional(text)),
    ContactPerson: isNewer ? optional(text) : text,
    Merknad: added(optional(text)),
    Address: dropped(optional(Address))
  })
}

function consent({ namespace, isNewer, added }: Edition) {
  return element(namespace, {
    ConsentStatus: optional(CV),
    ConsentDate: isNewer ? optional(date) : optional(TS),
    Merknad: isNewer ? optional(text) : text,
    GivenBy: added(optional(text))
  })
}
