/** Kjernejournal over HTTP: HelseIndikator, everything, critical information, and a person's own. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resourceOf } from './fhir/kritisk.ts'
import { aboutPerson } from './fhir/patient.ts'
import { kritisk } from './kjernejournal.examples.ts'
import {
  begins,
  day,
  hospitalDoctor,
  http,
  inHospital,
  openKjernejournal,
  otherHospital,
  personnelToken,
  somebody,
  tokenOf
} from './start.harness.ts'

const stopping = new AbortController()
let kj: Awaited<ReturnType<typeof openKjernejournal>>
beforeAll(async () => void (kj = await openKjernejournal(stopping.signal)))
afterAll(() => stopping.abort())

const indikator = (fnr: string, authorization = personnelToken()) =>
  http(`${kj.url}/v1/helseindikator`, 'POST', { authorization, 'x-epj-system': 'Test' }, { fnr })
const everything = (ticket: string, changes: Record<string, string> = {}) =>
  http(`${kj.url}/v1/fhir/Patient/$everything`, 'GET', {
    authorization: personnelToken(),
    'x-epj-system': 'Test',
    'x-kj-ticket': ticket,
    'kj-samtykke-bruk': 'HPUNNTAK',
    ...changes
  })
const critical = (fodselsnummer: string) => ({
  authorization: personnelToken(),
  'nhn-user-role': 'LE',
  'nhn-access-basis': 'SAMTYKKE',
  'nhn-source-system': 'Test',
  'nhn-patient-nin': fodselsnummer
})
const purpose = (code: string) => ({ code, system: 'urn:oid:2.16.840.1.113883.1.11.20448' })
const api = '/api/critical-information/v1'

test('HelseIndikator gives a ticket, and the ticket opens everything', async () => {
  const patient = somebody()
  const { body } = await indikator(patient)
  expect(body).toMatchObject({ status: 2, returTekst: expect.stringMatching(/^Kjernejournal er tilgjengelig/) })
  const answer = await everything(body.ticket)
  expect(answer).toMatchObject({
    status: 200,
    type: 'application/fhir+json; charset=utf-8',
    body: {
      resourceType: 'Bundle',
      entry: [{ resource: { identifier: [{ value: patient }] } }, { resource: { resourceType: 'OperationOutcome' } }]
    }
  })
  expect((await kj.vis(patient)).logg.map(({ hva }: { hva: string }) => hva)).toEqual(['journal', 'helseindikator'])
})

test('a ticket opens nothing for another, in another role, enterprise or journal system, and is not used up by them', async () => {
  const { body } = await indikator(somebody())
  const practitioner = (changes: object) => ({
    authorization: personnelToken({ practitioner: { ...hospitalDoctor, ...changes } })
  })
  const others = [
    practitioner({ hpr_nr: '7654321' }),
    practitioner({ authorization: { code: 'SP', system: 'urn:oid:2.16.578.1.12.4.1.1.9060' } }),
    practitioner({ legal_entity: { id: otherHospital } }),
    { 'x-epj-system': 'Another' }
  ]
  for (const other of others)
    expect(await everything(body.ticket, other)).toMatchObject({
      status: 404,
      body: { detail: expect.stringMatching(/gave who asks/) }
    })
  expect((await everything(body.ticket, practitioner({ hpr_nr: '000123456' }))).status).toBe(200)
})

test('a ticket that was given on a basis opens on it and in an emergency, which is logged; one without, on each', async () => {
  const patient = somebody()
  const asked = { authorization: personnelToken(), 'x-epj-system': 'Test' }
  const byConsent = await http(`${kj.url}/v1/helseindikator`, 'POST', asked, {
    fnr: patient,
    samtykke: 'HPMOTTATTSAMTYKKE'
  })
  const without = await indikator(patient)
  const statusOf = async (ticket: string, reason: string, more: Record<string, string> = {}) =>
    (await everything(ticket, { 'kj-samtykke-bruk': reason, ...more })).status
  const statuses = async (ticket: string) => [
    await statusOf(ticket, 'HPMOTTATTSAMTYKKE'),
    await statusOf(ticket, 'HPUNNTAK'),
    await statusOf(ticket, 'HPAKUTT')
  ]
  expect(await statuses(byConsent.body.ticket)).toEqual([200, 404, 200])
  expect((await kj.vis(patient)).logg[0]).toMatchObject({ hva: 'journal', grunnlag: 'AKUTT' })
  expect(await statuses(without.body.ticket)).toEqual([200, 200, 200])
  const another = personnelToken({ practitioner: { ...hospitalDoctor, hpr_nr: '7654321' } })
  expect(await statusOf(byConsent.body.ticket, 'HPAKUTT', { authorization: another })).toBe(404)
  const elsewhere = personnelToken({ practitioner: { ...hospitalDoctor, legal_entity: { id: otherHospital } } })
  expect(await statusOf(byConsent.body.ticket, 'HPAKUTT', { authorization: elsewhere })).toBe(404)
})

test('an invalid number has status 0, a number that could be a real person’s is refused, and so is a false ticket', async () => {
  expect((await indikator('12345678901')).body).toMatchObject({ status: 0 })
  expect(await indikator('123456789012')).toMatchObject({
    status: 400,
    body: { detail: expect.stringMatching(/synthetic/) }
  })
  expect((await everything('no-such-ticket')).status).toBe(404)
})

test('critical information is registered, read, given a new version and taken back', async () => {
  const patient = somebody()
  const [info] = kritisk
  if (info === undefined) return expect.fail('an example')
  const sent = resourceOf(info, aboutPerson(patient))
  const path = `${kj.url}${api}/AllergyIntolerance`
  const made = await http(`${path}?criticalInfoType=DrugReaction`, 'POST', critical(patient), sent)
  expect(made).toMatchObject({ status: 200, body: { resourceType: 'AllergyIntolerance', meta: { versionId: '1' } } })
  expect((await indikator(patient)).body).toMatchObject({
    status: 4,
    sistEndretKritiskInfo: [{ kategori: 'OVER_REAK' }]
  })
  const { id } = made.body
  const changed = { ...sent, id, criticality: 'low' }
  const next = await http(`${path}/${id}?criticalInfoType=DrugReaction`, 'PUT', critical(patient), changed)
  expect(next.body).toMatchObject({ id, criticality: 'low', meta: { versionId: '2' } })
  const another = await http(`${path}/${id}?criticalInfoType=DrugReaction`, 'PUT', critical(patient), sent)
  expect(another).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/id of the address/) } })
  expect((await http(path, 'GET', critical(patient))).body).toMatchObject({ total: 1 })
  const gone = await http(`${path}/${id}`, 'DELETE', critical(patient))
  expect(gone.body.verificationStatus.coding[0].code).toBe('entered-in-error')
  return expect((await http(path, 'GET', critical(patient))).body).toMatchObject({ total: 0, entry: [] })
})

test('a search tells what it was by (FHIR R4, search.html)', async () => {
  const url = (query: string) => http(`${kj.url}${api}/Conditions${query}`, 'GET', critical(somebody()))
  const links = [(await url('')).body.link, (await url('?criticalInfoType=Infection')).body.link]
  expect(links).toEqual([
    [{ relation: 'self', url: `${api}/Conditions` }],
    [{ relation: 'self', url: `${api}/Conditions?criticalInfoType=Infection` }]
  ])
})

test('a wrong code is answered with what was expected', async () => {
  const body = {
    resourceType: 'Condition',
    code: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7519', code: '9' }] }
  }
  const answer = await http(`${kj.url}${api}/Conditions?criticalInfoType=Infection`, 'POST', critical(somebody()), body)
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/7519/) } })
})

test('a token that is none is not let in, nor one without scope or level', async () => {
  expect((await indikator(somebody(), 'Bearer x')).status).toBe(401)
  expect((await indikator(somebody(), personnelToken({ scope: 'openid' }))).status).toBe(403)
  const low = personnelToken({ 'helseid://claims/identity/security_level': '3' })
  expect((await indikator(somebody(), low)).body.detail).toMatch(/level 4/)
})

test('a token that attests a relation to some patients opens no other’s, and the attempt is logged (Tillitsrammeverk)', async () => {
  const [patient, other] = [somebody(), somebody()]
  const authorization = personnelToken({ patients: [{ identifier: { id: patient } }] })
  expect((await indikator(patient, authorization)).body).toMatchObject({ status: 2 })
  expect(await indikator(other, authorization)).toMatchObject({
    status: 403,
    body: { detail: expect.stringMatching(/attest/) }
  })
  expect((await kj.vis(other)).logg).toMatchObject([{ utfall: 'avvist' }])
})

test.each([
  [
    'a role of another list',
    { practitioner: { ...hospitalDoctor, authorization: { code: 'LE', system: 'urn:oid:1' } } }
  ],
  [
    'a purpose that the framework does not have',
    { care_relation: { ...inHospital, purpose_of_use: purpose('HRESCH') } }
  ]
])('%s is answered with what was expected', async (_what, changes) => {
  expect(await indikator(somebody(), personnelToken(changes))).toMatchObject({ status: 403 })
})

test('a purpose of the framework is taken', async () => {
  const authorization = personnelToken({ care_relation: { ...inHospital, purpose_of_use: purpose('TREAT') } })
  expect((await indikator(somebody(), authorization)).status).toBe(200)
})

test('over HTTP consent opens critical information that is closed, and no other part (KJ-SAMTYKKE-SPERRET-KRITISKINFO)', async () => {
  const patient = somebody()
  const [info] = kritisk
  if (info === undefined) return expect.fail('an example')
  const path = `${kj.url}${api}/AllergyIntolerance`
  const sent = resourceOf(info, aboutPerson(patient))
  await http(`${path}?criticalInfoType=DrugReaction`, 'POST', critical(patient), sent)
  await kj.choose(patient, { type: 'egne', egne: { donorkort: true } })
  await kj.choose(patient, { type: 'sperring', deler: ['kritisk', 'egne'] })
  const { body } = await indikator(patient)
  const typesIn = async (changes?: Record<string, string>) =>
    (await everything(body.ticket, changes)).body.entry
      .map(({ resource }: { resource: { resourceType: string } }) => resource.resourceType)
      .filter((type: string) => type !== 'Patient' && type !== 'OperationOutcome')
  expect(await typesIn()).toEqual([])
  expect(await typesIn({ 'kj-samtykke-sperret-kritiskinfo': 'HPMOTTATTSAMTYKKE' })).toEqual(['AllergyIntolerance'])
  return expect((await kj.vis(patient)).logg[0]).toMatchObject({ utfall: 'sperring åpnet', apner: 'SAMTYKKE' })
})

test('where anybody is blocked the API shares nothing clinical, and who looks for themselves sees it (eksistererBlokkertHelsepersonell)', async () => {
  const patient = somebody()
  const [info] = kritisk
  if (info === undefined) return expect.fail('an example')
  const path = `${kj.url}${api}/AllergyIntolerance`
  const sent = resourceOf(info, aboutPerson(patient))
  await http(`${path}?criticalInfoType=DrugReaction`, 'POST', critical(patient), sent)
  await kj.choose(patient, { type: 'blokkering', hprNumre: ['7654321'] })
  const { body } = await indikator(patient)
  expect(body).toMatchObject({ status: 2, eksistererBlokkertHelsepersonell: true })
  const withheld = { resourceType: 'OperationOutcome', issue: [{ code: 'suppressed' }] }
  expect((await everything(body.ticket)).body).toMatchObject({
    total: 1,
    entry: [{ resource: { resourceType: 'Patient' } }, { resource: withheld }]
  })
  expect((await http(path, 'GET', critical(patient))).body).toMatchObject({ total: 0, entry: [{ resource: withheld }] })
  return expect(await kj.journalOf(patient)).toMatchObject({ total: 2 })
})

test('a person sees their own', async () => {
  const pid = somebody()
  const authorization = tokenOf({ 'helseid://claims/identity/pid': pid })
  const onske = { type: 'egne', egne: { donorkort: true } }
  expect((await http(`${kj.url}/innbygger/valg`, 'POST', { authorization }, { onske })).status).toBe(200)
  expect((await http(`${kj.url}/innbygger/oppslag/egne`, 'POST', { authorization }, {})).body).toEqual({
    egne: { donorkort: true }
  })
})

test('a ticket holds for an hour', async () => {
  const { body } = await indikator(somebody())
  expect((await everything(body.ticket)).status).toBe(200)
  await kj.strike(begins + 31 * day)
  expect((await everything(body.ticket)).status).toBe(404)
})
