/** An invented professional of the sending party, or the party itself where it is a person. */
import type { ContentOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { cs, cv } from './codes.ts'
import type { Occasion } from './occasion.ts'

type Report = NonNullable<ContentOf<'Pasientlogistikk'>['AnsvarForRapport']>[number]
export type HealthcareProfessional = Report['AnsvarligRapport']

/** Doctors write from 8668 (hospital) and as persons, nurses elsewhere (our choice). */
export function professional({ from }: Occasion, rng: Rng): HealthcareProfessional {
  if (from.person !== undefined) {
    const { familyName, givenName, hprNumber } = from.person
    return doctor(familyName, givenName, hprNumber, '6')
  }
  const [familyName, givenName] = [pick(rng, familyNames), pick(rng, givenNames)]
  // HPR numbers in use have seven digits and do not begin with 0.
  const hprNumber = `0${whole(rng, 100_000, 999_999)}`
  if (from.tjeneste.startsWith('8668')) return doctor(familyName, givenName, hprNumber, '3')
  return {
    TypeHealthcareProfessional: cs('9060', 'SP'),
    RoleToPatient: cv('9034', '9'),
    FamilyName: familyName,
    GivenName: givenName,
    Ident: [hpr(hprNumber)]
  }
}

const doctor = (FamilyName: string, GivenName: string, hprNumber: string, role: string): HealthcareProfessional => ({
  TypeHealthcareProfessional: cs('9060', 'LE'),
  RoleToPatient: cv('9034', role),
  FamilyName,
  GivenName,
  Ident: [hpr(hprNumber)]
})
const hpr = (Id: string) => ({ Id, TypeId: cv('8116', 'HPR') })

const familyNames = [
  'Agurk',
  'Bjelle',
  'Delfin',
  'Fløyte',
  'Humle',
  'Kløver',
  'Lerke',
  'Mynte',
  'Rips',
  'Tinde',
  'Ugle',
  'Vott'
]
const givenNames = ['Djerv', 'Edel', 'Forsiktig', 'Grundig', 'Iherdig', 'Klok', 'Nøye', 'Presis', 'Rask', 'Tapper']
