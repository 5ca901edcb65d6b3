/** Patient/$everything: all that a look-up shows, as one bundle. */
import type {
  Bundle,
  DocumentReference,
  Encounter,
  Resource,
  Observation,
  OperationOutcome,
  Patient
} from '@medplum/fhirtypes'
import type { Egenregistrering } from '../egenregistrering.ts'
import type { Syn } from '../handle.ts'
import type { Besok, Del, Dokument } from '../state.ts'
import { toldAllergyOf } from './allergy.ts'
import { resourceOf } from './kritisk.ts'
import { dispensed, inUse } from './medication-statement.ts'
import { patientReference, relatedPersons } from './patient.ts'
import { coding, concept, identifier, isoTime, listSystem, noBasis, systems } from './systems.ts'

export function everything(patient: Patient, { innhold, sperret }: Syn): Bundle {
  const { legemidler, iBruk, allergier, kritisk, egne, besok, dokumenter } = innhold
  return bundleOf([
    patient,
    ...legemidler.map((utlevering, at) => dispensed(utlevering, at + 1)),
    ...iBruk.map((one, at) => inUse(one, at + 1)),
    ...allergier.map((one, at) => toldAllergyOf(one, at + 1)),
    ...kritisk.map(resourceOf),
    ...relatedPersons(egne),
    ...observations(egne),
    ...besok.map(encounterOf),
    ...dokumenter.map(documentOf),
    ...(sperret.length > 0 ? [closed(sperret)] : [])
  ])
}

export const bundleOf = (resources: readonly Resource[]): Bundle => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({
    resource,
    search: { mode: resource.resourceType === 'OperationOutcome' ? 'outcome' : 'match' }
  }))
})

/** What the person has registered of themselves; personnel have not seen to it. */
function observations({ donorkort, sykdommer = [], kommunikasjon = [] }: Egenregistrering): Observation[] {
  const own = (id: string, text: string): Observation => ({
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { text },
    subject: patientReference,
    performer: [patientReference]
  })
  return [
    ...(donorkort === undefined ? [] : [{ ...own('donorkort', 'Donorkort'), valueBoolean: donorkort }]),
    ...sykdommer.map((text, at) => ({ ...own(`sykdom-${at + 1}`, 'Egenregistrert sykdom'), valueString: text })),
    ...kommunikasjon.map((code, at) => ({
      ...own(`kommunikasjon-${at + 1}`, 'Kommunikasjonsbehov'),
      valueCodeableConcept: concept('7525', code)
    }))
  ]
}

/** Only admissions are told to us, so every visit is one. */
const encounterOf = ({ at, herId, sted }: Besok, index: number): Encounter => ({
  resourceType: 'Encounter',
  id: `besok-${index + 1}`,
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
  subject: patientReference,
  period: { start: isoTime(at) },
  serviceProvider: { identifier: identifier(systems.HER, herId), display: sted }
})

const documentOf = ({ id, at, type, tittel, organisasjonsnummer }: Dokument, index: number): DocumentReference => ({
  resourceType: 'DocumentReference',
  id: `dokument-${index + 1}`,
  meta: { profile: [noBasis('DocumentReference')] },
  status: 'current',
  type: { coding: [{ system: listSystem('9602'), code: type }] },
  subject: patientReference,
  date: isoTime(at),
  author: [{ identifier: identifier(systems.ENH, organisasjonsnummer) }],
  content: [{ attachment: { title: tittel, url: `urn:uuid:${id}` } }]
})

const closed = (sperret: readonly Del[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  id: 'sperret',
  issue: [
    {
      severity: 'information',
      code: 'suppressed',
      details: { coding: [{ ...coding('9603', 'NORS') }], text: `Sperret av innbyggeren: ${sperret.join(', ')}` }
    }
  ]
})
