/** What the registers know as FHIR R4 by the Norwegian profiles (no-basis 2.2): persons, personnel with their work, and code lists. */
import { identifierSystems, identifyPersonNumber, listSystem, noBasis, type Party } from '@budstikka/meldinger'
import type { Person } from '@budstikka/landscape'
import type {
  Bundle,
  CodeSystem,
  Coding,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole
} from '@medplum/fhirtypes'
import type { Kodeverk } from './kodeverk.ts'
import type { Personell } from './personell.ts'

export type Named = (list: string, code: string) => string | undefined

export function bundleOf(
  resources: readonly (Practitioner | PractitionerRole | Organization | Patient | CodeSystem)[]
): Bundle {
  const [first, ...included] = resources
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: first === undefined ? 0 : 1,
    entry: [
      ...(first === undefined ? [] : [{ resource: first, search: { mode: 'match' as const } }]),
      ...included.map((resource) => ({ resource, search: { mode: 'include' as const } }))
    ]
  }
}

/** Somebody's authorisation or licence in one qualification: profession, approval and specialty (9060, 7704, 7426). */
export function practitionerOf(personell: Personell, named: Named): Practitioner {
  const { hprNummer, fornavn, etternavn, profesjon, godkjenning, spesialitet, gyldigTil } = personell
  const coding = [
    codingOf('9060', profesjon, named),
    codingOf('7704', godkjenning, named),
    ...(spesialitet === undefined ? [] : [codingOf('7426', spesialitet, named)])
  ]
  return {
    resourceType: 'Practitioner',
    id: hprNummer,
    meta: { profile: [noBasis('Practitioner')] },
    active: personell.dodsdato === undefined && godkjenning !== '99',
    identifier: [{ system: identifierSystems.HPR, value: hprNummer }],
    name: [{ family: etternavn, given: [fornavn] }],
    qualification: [{ code: { coding }, ...(gyldigTil !== undefined && { period: { end: gyldigTil } }) }]
  }
}

/** Where somebody works: the role and its organisation. */
export function employmentOf(personell: Personell, party: Party): readonly [PractitionerRole, Organization] {
  const { organisation } = party
  const { herId, name, organisationNumber } = organisation
  return [
    {
      resourceType: 'PractitionerRole',
      id: `${personell.hprNummer}-${party.herId}`,
      meta: { profile: [noBasis('PractitionerRole')] },
      identifier: [{ system: identifierSystems.HER, value: party.herId }],
      practitioner: { reference: `Practitioner/${personell.hprNummer}` },
      organization: { reference: `Organization/${herId}`, display: name }
    },
    {
      resourceType: 'Organization',
      id: herId,
      meta: { profile: [noBasis('Organization')] },
      identifier: [
        { system: identifierSystems.ENH, value: organisationNumber },
        { system: identifierSystems.HER, value: herId }
      ],
      name
    }
  ]
}

export function patientOf(
  { id, givenName, familyName, birthDate, sex }: Person,
  dodsdato: string | undefined
): Patient {
  const system = identifyPersonNumber(id)?.kind === 'DNR' ? identifierSystems.DNR : identifierSystems.FNR
  return {
    resourceType: 'Patient',
    meta: { profile: [noBasis('Patient')] },
    identifier: [{ system, value: id }],
    name: [{ family: familyName, given: [givenName] }],
    gender: sex === '1' ? 'male' : 'female',
    birthDate,
    ...(dodsdato === undefined ? { deceasedBoolean: false } : { deceasedDateTime: dodsdato })
  }
}

/** `fragment`: we have only those codes of the list that are in use here. */
export const codeSystemOf = ({ liste, erHel, koder }: Kodeverk): CodeSystem => ({
  resourceType: 'CodeSystem',
  id: liste,
  url: listSystem(liste),
  status: 'active',
  content: erHel ? 'complete' : 'fragment',
  count: koder.length,
  concept: koder.map(({ kode, navn }) => ({ code: kode, display: navn }))
})

function codingOf(list: string, code: string, named: Named): Coding {
  const display = named(list, code)
  return { system: listSystem(list), code, ...(display !== undefined && { display }) }
}
