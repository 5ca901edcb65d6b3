/** Patient/$everything: all that a look-up shows, as one bundle. */
import type {
  Bundle,
  DocumentReference,
  Encounter,
  Resource,
  Observation,
  OperationOutcome,
  OperationOutcomeIssue,
  Patient
} from '@medplum/fhirtypes'
import type { Egenregistrering } from '../egenregistrering.ts'
import type { Syn } from '../handle.ts'
import type { Kategori } from '../kategorier.ts'
import type { Besok, Del, Dokument } from '../state.ts'
import type { SlattOpp } from '../slatt-opp.ts'
import type { Hvem } from '../world.ts'
import { toldAllergiesOf } from './allergy.ts'
import { immunizationsOf } from './immunization.ts'
import { resourceOf } from './kritisk.ts'
import { requestOf } from './medication-request.ts'
import { dispensed, inUse } from './medication-statement.ts'
import { type About, aboutIn, fullUrlOf, keyed, patientOf, relatedPersons } from './patient.ts'
import { coding, concept, identifier, isoTime, listSystem, noBasis, systems } from './systems.ts'

export function everything(hvem: Hvem, { innhold, sperret }: Syn, { resepter, vaksiner, uteblitt }: SlattOpp): Bundle {
  const { legemidler, iBruk, allergier, kritisk, egne, besok, dokumenter } = innhold
  const patient = patientOf(hvem)
  const about = aboutIn(patient, hvem.person.id)
  return bundleOf([
    patient,
    ...resepter.map((one) => requestOf(one, about)),
    ...legemidler.map((one) => dispensed(one, about)),
    ...iBruk.map((one) => inUse(one, about)),
    ...toldAllergiesOf(allergier, about),
    ...kritisk.map((one) => resourceOf(one, about)),
    ...immunizationsOf(vaksiner, about),
    ...relatedPersons(egne, about),
    ...observations(egne, about),
    ...besok.map((one) => encounterOf(one, about)),
    ...dokumenter.map((one) => documentOf(one, about)),
    ...closed(sperret, about),
    ...missing(uteblitt, about)
  ])
}

/** Instead of what is clinical, where the person has blocked anybody and it is not known who will read it. */
export const withheld = (patient: readonly Patient[], about: About): Bundle =>
  bundleOf([
    ...patient,
    ...outcome(about, 'blokkert', ['blokkert'], {
      severity: 'information',
      code: 'suppressed',
      details: { text: 'Innbyggeren har blokkert helsepersonell, og opplysningene deles ikke' }
    })
  ])

/** Critical information of some categories. */
export function kritiskBundle(kategorier: readonly Kategori[], { innhold, sperret }: Syn, about: About): Bundle {
  const wanted = innhold.kritisk.filter(({ kategori }) => kategorier.includes(kategori))
  const isClosed = sperret.includes('kritisk')
  return bundleOf([...wanted.map((one) => resourceOf(one, about)), ...closed(isClosed ? ['kritisk'] : [], about)])
}

/** Every entry has a fullUrl (FHIR R4, Bundle.entry.fullUrl); the total counts what was looked for, and no outcome (Bundle.total). */
function bundleOf(resources: readonly Resource[]): Bundle {
  const isOutcome = ({ resourceType }: Resource) => resourceType === 'OperationOutcome'
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.filter((resource) => !isOutcome(resource)).length,
    entry: resources.map((resource) => ({
      fullUrl: fullUrlOf(resource),
      resource,
      search: { mode: isOutcome(resource) ? 'outcome' : 'match' }
    }))
  }
}

/** What the person has registered of themselves; personnel have not seen to it. */
function observations(
  { donorkort, sykdommer = [], kommunikasjon = [] }: Egenregistrering,
  { subject, idOf }: About
): Observation[] {
  const own = (kind: string, key: string, text: string): Observation => ({
    resourceType: 'Observation',
    id: idOf(kind, key),
    status: 'final',
    code: { text },
    subject,
    performer: [subject]
  })
  return [
    ...(donorkort === undefined ? [] : [{ ...own('donorkort', '', 'Donorkort'), valueBoolean: donorkort }]),
    ...keyed(sykdommer, String).map(([text, key]) => ({
      ...own('sykdom', key, 'Egenregistrert sykdom'),
      valueString: text
    })),
    ...keyed(kommunikasjon, String).map(([code, key]) => ({
      ...own('kommunikasjon', key, 'Kommunikasjonsbehov'),
      valueCodeableConcept: concept('7525', code)
    }))
  ]
}

/** Only admissions are told to us, so every visit is one. */
const encounterOf = ({ id, at, herId, sted }: Besok, { subject, idOf }: About): Encounter => ({
  resourceType: 'Encounter',
  id: idOf('besok', id),
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'IMP' },
  subject,
  period: { start: isoTime(at) },
  serviceProvider: { identifier: identifier(systems.HER, herId), display: sted }
})

const documentOf = (
  { id, at, type, tittel, organisasjonsnummer }: Dokument,
  { subject, idOf }: About
): DocumentReference => ({
  resourceType: 'DocumentReference',
  id: idOf('dokument', id),
  meta: { profile: [noBasis('DocumentReference')] },
  status: 'current',
  type: { coding: [{ system: listSystem('9602'), code: type }] },
  // Of the same group as the type, one level up (XDS metadata, HIS 1169: classCode and typeCode).
  category: [{ coding: [{ system: listSystem('9602'), code: `${type.charAt(0)}00-1` }] }],
  // Nothing else is specified (HIS 1169: confidentialityCode).
  securityLabel: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }] }],
  subject,
  date: isoTime(at),
  author: [{ identifier: identifier(systems.ENH, organisasjonsnummer) }],
  content: [{ attachment: { title: tittel, url: `urn:uuid:${id}` } }]
})

/** What stays closed is told, so that nobody takes it for nothing. */
const closed = (sperret: readonly Del[], about: About): OperationOutcome[] =>
  outcome(about, 'sperret', sperret, {
    severity: 'information',
    code: 'suppressed',
    details: { coding: [coding('9603', 'NORS')], text: `Sperret av innbyggeren: ${sperret.join(', ')}` }
  })

/** And so is what nobody could tell. */
const missing = (uteblitt: readonly string[], about: About): OperationOutcome[] =>
  outcome(about, 'uteblitt', uteblitt, {
    severity: 'warning',
    code: 'incomplete',
    details: { text: `Svarte ikke: ${uteblitt.join(', ')}` }
  })

const outcome = (
  { idOf }: About,
  kind: string,
  why: readonly string[],
  issue: OperationOutcomeIssue
): OperationOutcome[] =>
  why.length === 0 ? [] : [{ resourceType: 'OperationOutcome', id: idOf(kind, ''), issue: [issue] }]
