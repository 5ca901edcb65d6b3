/** Kjernejournal as others meet it: over HTTP, over the bus, and by the events that it hears and says. */
import { createLandscape, createRng } from '@budstikka/landscape'
import {
  createLog,
  headerNames,
  type KjernejournalQuestion,
  kjernejournalQuestionSubject,
  kjernejournalSubjects,
  readConfig,
  registerBucket
} from '@budstikka/service'
import { memoryExchange, openMemoryStore, type OutMessage } from '@budstikka/transport'
import { UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Config } from './config.ts'
import { resourceOf } from './fhir/kritisk.ts'
import { kritisk } from './kjernejournal.examples.ts'
import { start } from './start.ts'

const exchange = memoryExchange()
const bus = exchange.connect('test')
const store = openMemoryStore()
const stopping = new AbortController()
const size = { municipalities: 3 }
const config = readConfig(Config, { LANDSCAPE_YEAR: '2019', LANDSCAPE_SEED: '1', LANDSCAPE_SIZE: JSON.stringify(size) })
const landscape = createLandscape({ year: 2019, seed: '1', size })
const [kj] = landscape.find('8658-2')
const [helsenorge] = landscape.find('8658-4')
const [hospital] = landscape.find('8668-1')
const [legevakt] = landscape.find('8663-KA02')
const day = 86_400_000
const begins = Date.UTC(2019, 0, 7)
const rng = createRng('kjernejournal')
const somebody = () => landscape.randomPerson(rng, { bornFrom: 1930, bornTo: 1980 }).id
let url = ''

beforeAll(async () => {
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll([...landscape.parties()].map((party) => [party.herId, Buffer.from(JSON.stringify(party))]))
  const log = createLog({ service: 'kjernejournal', level: 'silent' })
  const running = await start(config, { bus: exchange.connect('kjernejournal'), store, log }, stopping.signal)
  url = running.url ?? ''
  await strike(begins)
})
afterAll(() => stopping.abort())

let told = 0
const event = (name: string, data: object, at: number): OutMessage => ({
  subject: `event.${name}.${++told}`,
  id: `${name}.${told}`,
  headers: { [headerNames.time]: String(at) },
  body: Buffer.from(JSON.stringify(data))
})
/** Tells an event, and waits until it is heard. */
async function tell(name: string, data: object, at: number) {
  await bus.publish([event(name, data, at)])
  await vi.waitFor(() => expect(store.table('inbox').has(`event.${name}.${told}`)).toBe(true))
}
const strike = (at: number) => tell('klokke', { at }, at)

const json = (answer: Uint8Array) => JSON.parse(Buffer.from(answer).toString())
const ask = async (question: KjernejournalQuestion, from: string | undefined, body: object) =>
  json(await bus.ask(kjernejournalQuestionSubject(question, kj?.herId ?? '', from ?? ''), bytes(body), 5_000))
const vis = async (fodselsnummer: string) =>
  json(await bus.ask(kjernejournalSubjects.vis, bytes({ fodselsnummer }), 5_000))
const tall = async () => json(await bus.ask(kjernejournalSubjects.tall, bytes({}), 5_000))
const bytes = (body: object) => Buffer.from(JSON.stringify(body))
const doctor = { hprNummer: '0123456', rolle: 'LE', grunnlag: 'SAMTYKKE' }
const journalOf = (fodselsnummer: string, more: object = {}) =>
  ask('journal', legevakt?.herId, { fodselsnummer, ...doctor, ...more })
const choose = (fodselsnummer: string, onske: object) =>
  ask('valg', helsenorge?.herId, { innlogget: fodselsnummer, gjelder: fodselsnummer, onske })
const see = (fodselsnummer: string, ...deler: string[]) =>
  ask('innbygger', helsenorge?.herId, { innlogget: fodselsnummer, gjelder: fodselsnummer, deler })

const tokenOf = (claims: object) =>
  `Bearer ${new UnsecuredJWT({ 'helseid://claims/identity/security_level': '4', ...claims }).encode()}`
const personnelToken = (changes: object = {}) =>
  tokenOf({
    scope: 'openid nhn:kjernejournal/api',
    practitioner: {
      hpr_nr: '0123456',
      authorization: { code: 'LE', system: 'urn:oid:2.16.578.1.12.4.1.1.9060' },
      legal_entity: { id: hospital?.organisation.organisationNumber }
    },
    care_relation: { healthcare_service: { code: 'S03', system: 'urn:oid:2.16.578.1.12.4.1.1.8655' } },
    ...changes
  })
async function http(method: string, path: string, headers: Record<string, string>, body?: object) {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) })
  })
  return { status: answer.status, type: answer.headers.get('content-type'), body: JSON.parse(await answer.text()) }
}
const indikator = (fnr: string, authorization = personnelToken()) =>
  http('POST', '/v1/helseindikator', { authorization, 'x-epj-system': 'Test' }, { fnr })
const everything = (ticket: string, more: Record<string, string> = {}) =>
  http('GET', '/v1/fhir/Patient/$everything', {
    authorization: personnelToken(),
    'x-epj-system': 'Test',
    'x-kj-ticket': ticket,
    'kj-samtykke-bruk': 'HPUNNTAK',
    ...more
  })
const critical = (fodselsnummer: string) => ({
  authorization: personnelToken(),
  'nhn-user-role': 'LE',
  'nhn-access-basis': 'SAMTYKKE',
  'nhn-source-system': 'Test',
  'nhn-patient-nin': fodselsnummer
})
const api = '/api/critical-information/v1'

describe('over HTTP', () => {
  test('HelseIndikator gives a ticket, and the ticket opens everything', async () => {
    const patient = somebody()
    const { body } = await indikator(patient)
    expect(body).toMatchObject({ status: 2, harLegemidler: false, returTekst: 'Kjernejournal er tilgjengelig' })
    const answer = await everything(body.ticket)
    expect(answer).toMatchObject({
      status: 200,
      type: 'application/fhir+json; charset=utf-8',
      body: { resourceType: 'Bundle', entry: [{ resource: { identifier: [{ value: patient }] } }] }
    })
    expect((await vis(patient)).logg.map(({ hva }: { hva: string }) => hva)).toEqual(['journal', 'helseindikator'])
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
    const sent = resourceOf(info)
    const path = `${api}/AllergyIntolerance`
    const made = await http('POST', `${path}?criticalInfoType=DrugReaction`, critical(patient), sent)
    expect(made).toMatchObject({ status: 200, body: { resourceType: 'AllergyIntolerance', meta: { versionId: '1' } } })
    expect((await indikator(patient)).body).toMatchObject({
      status: 4,
      sistEndretKritiskInfo: [{ kategori: 'OVER_REAK' }]
    })
    const { id } = made.body
    const changed = { ...sent, criticality: 'low' }
    const next = await http('PUT', `${path}/${id}?criticalInfoType=DrugReaction`, critical(patient), changed)
    expect(next.body).toMatchObject({ id, criticality: 'low', meta: { versionId: '2' } })
    expect((await http('GET', path, critical(patient))).body).toMatchObject({ total: 1 })
    const gone = await http('DELETE', `${path}/${id}`, critical(patient))
    expect(gone.body.verificationStatus.coding[0].code).toBe('entered-in-error')
    return expect((await http('GET', path, critical(patient))).body).toMatchObject({ total: 0, entry: [] })
  })

  test('a wrong code is answered with what was expected', async () => {
    const body = {
      resourceType: 'Condition',
      code: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7519', code: '9' }] }
    }
    const answer = await http('POST', `${api}/Condition?criticalInfoType=Infection`, critical(somebody()), body)
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(/7519/) } })
  })

  test('a token that is none is not let in, nor one without scope or level', async () => {
    expect((await indikator(somebody(), 'Bearer x')).status).toBe(401)
    expect((await indikator(somebody(), personnelToken({ scope: 'openid' }))).status).toBe(403)
    const low = personnelToken({ 'helseid://claims/identity/security_level': '3' })
    expect((await indikator(somebody(), low)).body.detail).toMatch(/level 4/)
  })

  test('a person sees their own', async () => {
    const pid = somebody()
    const authorization = tokenOf({ 'helseid://claims/identity/pid': pid })
    const onske = { type: 'egne', egne: { donorkort: true } }
    expect((await http('POST', '/innbygger/valg', { authorization }, { onske })).status).toBe(200)
    expect((await http('POST', '/innbygger/oppslag/egne', { authorization }, {})).body).toEqual({
      egne: { donorkort: true }
    })
  })
})

describe('over the bus', () => {
  test('a look-up is answered as over HTTP, and logged with who, where, when and why', async () => {
    const patient = somebody()
    expect(await journalOf(patient)).toMatchObject({ resourceType: 'Bundle', total: 1 })
    expect(await see(patient, 'logg')).toMatchObject({
      logg: [
        {
          at: begins,
          hprNummer: '0123456',
          rolle: 'LE',
          organisasjon: legevakt?.organisation.name,
          grunnlag: 'SAMTYKKE',
          utfall: 'åpnet'
        }
      ]
    })
  })

  test('a look-up that is told twice is logged and counted once', async () => {
    const [patient, id] = [somebody(), '00000000-0000-8000-8000-00000000000a']
    const before = (await tall())['helsepersonell.102']
    await Promise.all([journalOf(patient, { id }), journalOf(patient, { id })])
    await journalOf(patient, { id })
    expect([(await vis(patient)).logg.length, (await tall())['helsepersonell.102']]).toEqual([1, before + 1])
  })

  test('only Helsenorge speaks for a person', async () => {
    const patient = somebody()
    const body = { innlogget: patient, gjelder: patient, deler: ['logg'] }
    expect(await ask('innbygger', legevakt?.herId, body)).toMatchObject({ status: 403 })
  })

  test('a real person’s number, and what is no JSON, are answered with what was expected', async () => {
    expect(await journalOf('12345678901')).toMatchObject({ status: 400, detail: expect.stringMatching(/synthetic/) })
    const subject = kjernejournalQuestionSubject('journal', kj?.herId ?? '', legevakt?.herId ?? '')
    expect(json(await bus.ask(subject, Buffer.from('{'), 5_000))).toMatchObject({ type: 'problem', status: 400 })
  })

  test('persons are counted by part, each once', async () => {
    const before = await tall()
    const patient = somebody()
    await see(patient, 'legemidler', 'kritisk')
    await see(patient, 'legemidler')
    const after = await tall()
    const grown = Object.fromEntries(Object.entries(after).map(([what, count]) => [what, Number(count) - before[what]]))
    expect(grown).toMatchObject({
      innbygger: 1,
      'innbygger.legemidler': 1,
      'innbygger.kritisk': 1,
      'innbygger.besok': 0
    })
  })
})

describe('what happens in the world', () => {
  test('a notice is an event, once a look-up, for who wants to be told', async () => {
    const patient = somebody()
    await choose(patient, { type: 'varsling', kanal: 'epost' })
    await journalOf(patient)
    const [{ id }] = (await vis(patient)).logg
    for await (const message of bus.tail('EVENTS', ['event.varsel.>'], 1, stopping.signal)) {
      expect(json(message.body)).toEqual({ id, at: begins, fodselsnummer: patient, kanal: 'epost' })
      break
    }
  })

  test('an admission is a visit, and what cancels it is none', async () => {
    const patient = somebody()
    const innlagt = { id: 'h1', at: begins, actor: hospital?.herId, patient, meldingType: 'LOG_INNLAGT', status: 'N' }
    await tell('hendelse', { hendelser: [innlagt, { ...innlagt, id: 'h2', status: 'C' }] }, begins)
    expect((await vis(patient)).journal.besok).toEqual([
      { id: 'h1', at: begins, herId: hospital?.herId, sted: hospital?.name }
    ])
  })

  test('a death closes the kjernejournal, and opens it again when it was told in error', async () => {
    const patient = somebody()
    await tell('dodsfall', { fodselsnummer: patient }, begins)
    expect(await journalOf(patient)).toMatchObject({ status: 404, detail: 'no kjernejournal' })
    await tell('dodsfall', { fodselsnummer: patient, annullert: true }, begins)
    expect(await journalOf(patient)).toMatchObject({ total: 1 })
  })

  test('a reservation told elsewhere closes it too', async () => {
    const patient = somebody()
    await tell('personvern', { fodselsnummer: patient, endring: 'RES', part: 'KJ' }, begins)
    expect(await journalOf(patient)).toMatchObject({ status: 404 })
    await tell('personvern', { fodselsnummer: patient, endring: 'IRES', part: 'KJ' }, begins)
    expect(await journalOf(patient)).toMatchObject({ total: 1 })
  })

  test('a reservation deletes everything after 30 days and not before, and what comes later begins empty', async () => {
    const [patient, regretting] = [somebody(), somebody()]
    for (const each of [patient, regretting]) {
      await choose(each, { type: 'egne', egne: { donorkort: true } })
      await journalOf(each)
      await choose(each, { type: 'reservasjon', reservert: true })
      expect(await journalOf(each)).toMatchObject({ status: 404, detail: 'no kjernejournal' })
    }
    await strike(begins + 30 * day - 1)
    await choose(regretting, { type: 'reservasjon', reservert: false })
    expect(await see(regretting, 'egne')).toEqual({ egne: { donorkort: true } })
    await strike(begins + 30 * day)
    expect(await vis(patient)).toMatchObject({ journal: { egne: {}, valg: { reservertAt: begins } }, logg: [] })
    await choose(patient, { type: 'reservasjon', reservert: false })
    expect(await see(patient, 'egne', 'logg')).toEqual({ egne: {}, logg: [] })
  })

  test('a ticket holds for an hour', async () => {
    const { body } = await indikator(somebody())
    expect((await everything(body.ticket)).status).toBe(200)
    await strike(begins + 31 * day)
    expect((await everything(body.ticket)).status).toBe(404)
  })
})
