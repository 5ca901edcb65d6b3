/** A valid prescription, looked up with Reseptformidleren, as MedicationRequest. */
import type { MedicationRequest } from '@medplum/fhirtypes'
import type { GyldigResept } from '@budstikka/service'
import type { About } from './patient.ts'
import { identifier, systems } from './systems.ts'

/** No-basis has no profile for it. The list of prescriptions names the medicine and has no code for it. */
export function requestOf(
  { reseptId, navn, bruksomrade, forskrevet, gyldigTil, rekvirent, reiterasjon }: GyldigResept,
  { subject, idOf }: About
): MedicationRequest {
  return {
    resourceType: 'MedicationRequest',
    id: idOf('resept', reseptId),
    identifier: [{ value: reseptId }],
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: navn },
    subject,
    authoredOn: forskrevet,
    requester: { identifier: identifier(systems.HPR, rekvirent.hprNummer), display: rekvirent.navn },
    ...(bruksomrade !== undefined && { reasonCode: [{ text: bruksomrade }] }),
    dispenseRequest: {
      validityPeriod: { start: forskrevet, end: gyldigTil },
      numberOfRepeatsAllowed: reiterasjon
    }
  }
}
