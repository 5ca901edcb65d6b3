/** A reaction to a medicine that the doctor's list tells of (M25.4), as AllergyIntolerance. */
import type { AllergyIntolerance } from '@medplum/fhirtypes'
import type { Allergi } from '../legemidler.ts'
import { sourceOf, terminology } from './kritisk.ts'
import type { About } from './patient.ts'
import { coding, isoTime, misspelledListSystem, noBasis, systems } from './systems.ts'

/** How certain it is the list does not say, but for what turned out to be none. A reaction that it has no code for is unknown (7497, 20). */
export function toldAllergyOf(told: Allergi, number: number, { subject, idOf }: About): AllergyIntolerance {
  const { atc, navn, reaksjon, kilde, kommentar, isAvkreftet = false, oppdatertAt } = told
  const text = navn ?? atc?.name
  return {
    resourceType: 'AllergyIntolerance',
    id: idOf('allergi', String(number)),
    meta: { profile: [noBasis('AllergyIntolerance')] },
    clinicalStatus: {
      coding: [{ system: terminology('allergyintolerance-clinical'), code: isAvkreftet ? 'inactive' : 'active' }]
    },
    ...(isAvkreftet && {
      verificationStatus: {
        coding: [{ system: terminology('allergyintolerance-verification'), code: 'refuted' }]
      }
    }),
    category: ['medication'],
    code: {
      ...(atc && { coding: [{ system: systems.atc, code: atc.code }] }),
      text: text ?? 'Legemiddel'
    },
    patient: subject,
    recordedDate: isoTime(oppdatertAt),
    reaction: [{ manifestation: [{ coding: [coding('7497', reaksjon?.code ?? '20', misspelledListSystem('7497'))] }] }],
    ...(kommentar !== undefined && { note: [{ text: kommentar }] }),
    ...(kilde !== undefined && { extension: [sourceOf(kilde.code)] })
  }
}
