/** Critical information as AllergyIntolerance or Condition, by its category. */
import type { AllergyIntolerance, CodeableConcept, Condition, PractitionerRole } from '@medplum/fhirtypes'
import { rowOf } from '../kategorier.ts'
import type { KritiskInformasjon } from '../kritisk-informasjon.ts'
import { nameOf } from '../kodeverk.ts'
import type { About } from './patient.ts'
import { coding, concept, identifier, isoTime, listSystem, misspelledListSystem, noBasis, systems } from './systems.ts'

export const resourceOf = (info: KritiskInformasjon, about: About): AllergyIntolerance | Condition =>
  rowOf(info.kategori).resource === 'AllergyIntolerance' ? allergyOf(info, about) : conditionOf(info, about)

export const terminology = (name: string) => `http://terminology.hl7.org/CodeSystem/${name}`

function allergyOf(info: KritiskInformasjon, { subject }: About): AllergyIntolerance {
  const { kategori, alvorlighet, kilde, reaksjon = '20' } = info
  return {
    resourceType: 'AllergyIntolerance',
    ...common(info, 'allergyintolerance'),
    meta: { ...metaOf(info), profile: [noBasis('AllergyIntolerance')] },
    ...(kategori === 'DrugReaction' && { category: ['medication' as const] }),
    ...(alvorlighet !== undefined && { criticality: alvorlighet === '1' ? ('high' as const) : ('low' as const) }),
    patient: subject,
    reaction: [{ manifestation: [{ coding: [coding('7497', reaksjon, misspelledListSystem('7497'))] }] }],
    ...(kilde !== undefined && { extension: [sourceOf(kilde)] })
  }
}

const conditionOf = (info: KritiskInformasjon, { subject }: About): Condition => ({
  resourceType: 'Condition',
  ...common(info, 'condition'),
  meta: metaOf(info),
  category: [{ text: info.kategori }],
  subject,
  ...(info.alvorlighet !== undefined && { severity: concept('7520', info.alvorlighet) }),
  ...(info.kilde !== undefined && { evidence: [{ code: [concept('7498', info.kilde)] }] })
})

const metaOf = ({ versjon, registrert }: KritiskInformasjon) => ({
  versionId: String(versjon),
  lastUpdated: isoTime(registrert.at)
})

function common(info: KritiskInformasjon, kind: 'allergyintolerance' | 'condition') {
  const { id, status, tekst, registrert } = info
  const isError = status === 'entered-in-error'
  return {
    id,
    contained: [recorderOf(registrert)],
    // The two statuses exclude each other where something was an error (ait-2, con-5).
    ...(!isError && {
      clinicalStatus: {
        coding: [{ system: terminology(`${kind}-clinical`), code: status === 'active' ? 'active' : 'inactive' }]
      }
    }),
    verificationStatus: verification(
      info,
      terminology(kind === 'condition' ? 'condition-ver-status' : `${kind}-verification`)
    ),
    code: codeOf(info),
    recordedDate: isoTime(registrert.at),
    recorder: { reference: '#recorder' },
    ...(tekst !== undefined && { note: [{ text: tekst }] })
  }
}

/** The name of list 7521 stands as text: FHIR knows no difference between suspected and probable. */
function verification({ status, sannsynlighet }: KritiskInformasjon, system: string): CodeableConcept {
  const code =
    status === 'refuted' || status === 'entered-in-error'
      ? status
      : sannsynlighet === undefined || sannsynlighet === '3'
        ? 'confirmed'
        : 'unconfirmed'
  const text = sannsynlighet && nameOf('7521', sannsynlighet)
  return { coding: [{ system, code }], ...(text && { text }) }
}

function codeOf({ kategori, code, second, tekst }: KritiskInformasjon): CodeableConcept {
  const { list, second: secondList } = rowOf(kategori)
  if (list === undefined || code === undefined) return { text: tekst ?? kategori }
  const first = list === 'ATC' ? { system: systems.atc, code } : coding(list, code)
  return {
    coding: [first, ...(secondList !== undefined && second !== undefined ? [coding(secondList, second)] : [])]
  }
}

const recorderOf = ({ hprNummer, rolle, organisasjonsnummer, organisasjon }: KritiskInformasjon['registrert']) =>
  ({
    resourceType: 'PractitionerRole',
    id: 'recorder',
    practitioner: { identifier: identifier(systems.HPR, hprNummer) },
    organization: { identifier: identifier(systems.ENH, organisasjonsnummer), display: organisasjon },
    code: [{ coding: [{ system: listSystem('9060'), code: rolle }] }]
  }) satisfies PractitionerRole

export const sourceOf = (kilde: string) => ({
  url: noBasis('sourceofinformation'),
  extension: [
    { url: 'source', valueCodeableConcept: { coding: [coding('7498', kilde, misspelledListSystem('7498'))] } }
  ]
})
