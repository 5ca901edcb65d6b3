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
    return doctor({ FamilyName: familyName, GivenName: givenName, Ident: [hpr(hprNumber)] }, '6')
  }
  if (from.tjeneste.startsWith('8668')) return hospitalDoctor(rng, '3')
  return { TypeHealthcareProfessional: cs('9060', 'SP'), RoleToPatient: cv('9034', '9'), ...somebody(rng) }
}

/** `role` is a code of list 9034: 3 in charge of the treatment, 19 the patient's contact doctor. */
export const hospitalDoctor = (rng: Rng, role: '3' | '19') => doctor(somebody(rng), role)

const doctor = (
  who: Pick<HealthcareProfessional, 'FamilyName' | 'GivenName' | 'Ident'>,
  role: '3' | '6' | '19'
): HealthcareProfessional => ({ TypeHealthcareProfessional: cs('9060', 'LE'), RoleToPatient: cv('9034', role), ...who })

/** HPR numbers in use have seven digits and do not begin with 0: these are nobody's (our choice). */
const somebody = (rng: Rng) => ({
  FamilyName: pick(rng, familyNames),
  GivenName: pick(rng, givenNames),
  Ident: [hpr(`0${whole(rng, 100_000, 999_999)}`)]
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
