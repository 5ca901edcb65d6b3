/** A reaction to a medicine that the doctor's list tells of (M25.4), as AllergyIntolerance. */
import type { AllergyIntolerance } from '@medplum/fhirtypes'
import type { Allergi } from '../legemidler.ts'
import { sourceOf, terminology } from './kritisk.ts'
import { type About, keyed } from './patient.ts'
import { coding, isoTime, misspelledListSystem, noBasis, systems } from './systems.ts'

/** The list has no id of it: it is known by what it is against. */
export const toldAllergiesOf = (all: readonly Allergi[], about: About): AllergyIntolerance[] =>
  keyed(all, ({ atc, navn = '' }) => atc?.code ?? navn).map(([told, key]) => toldAllergyOf(told, key, about))

/** How certain it is the list does not say, but for what turned out to be none. A reaction that it has no code for is unknown (7497, 20). */
function toldAllergyOf(told: Allergi, key: string, { subject, idOf }: About): AllergyIntolerance {
  const { atc, navn, reaksjon, kilde, kommentar, isAvkreftet = false, oppdatertAt } = told
  const text = navn ?? atc?.name
  return {
    resourceType: 'AllergyIntolerance',
    id: idOf('allergi', key),
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
