/** Dødsmelding between a doctor and two registers: each is told, each answers for itself, and nothing is lost when one is down. */
import { createRng, createLandscape } from '@budstikka/landscape'
import { decodeDodsfall, encodeMottatt, gate } from '@budstikka/meldinger'
import { createLog, deathQuestionSubject, readConfig } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

const exchange = memoryExchange()
const stopping = new AbortController()
const config = readConfig(Config, {})
const log = createLog({ service: 'dodsmelding', level: 'silent' })
const now = () => Date.UTC(2023, 5, 1, 12)
const landscape = createLandscape({ year: 2023, seed: 'test', size: { municipalities: 3 } })
const { id: fodselsnummer } = landscape.randomPerson(createRng('test', 'death'))
const dodsfall = { fodselsnummer, dodsdato: '2023-05-31', lege: '1234567' }
const dodsarsak = {
  fodselsnummer,
  dodsdato: '2023-05-31',
  dodssted: '1',
  arsak: { A: { kode: 'I219', varighet: '1' }, B: { tekst: 'Hjertesvikt' } },
  dodsmate: '1',
  lege: '1234567'
}
let url = ''

beforeAll(async () => {
  const bus = exchange.connect('dodsmelding')
  const running = await start({ bus, store: openMemoryStore(), log, config, now }, stopping.signal)
  url = running.url ?? ''
})
afterAll(() => stopping.abort())

const post = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer: { readonly id: string; readonly detail?: string } = JSON.parse(await response.text())
  return { status: response.status, answer }
}
const stands = async (id: string) => (await fetch(`${url}/meldinger/${id}`)).json()

/** A register on the bus, until it is closed. */
async function register(question: Parameters<typeof deathQuestionSubject>[0], answer: (body: Uint8Array) => string) {
  const bus = exchange.connect(question)
  const endpoint = { name: question, subject: deathQuestionSubject(question, '*') }
  await bus.serve({ name: question, version: '0.0.0', description: question }, [
    { ...endpoint, answer: ({ body }) => Buffer.from(answer(body)) }
  ])
  return bus
}

test('the cause is taken while Folkeregisteret is down, and the death when it is up again', async () => {
  await using _causes = await register('dodsarsak', (body) => {
    const { id }: { id: string } = JSON.parse(Buffer.from(body).toString())
    return JSON.stringify({ type: 'mottatt', referanse: `DÅR ${id}` })
  })
  const [death, cause] = [await post('/dodsfall', dodsfall), await post('/dodsarsaker', dodsarsak)]
  expect([death.status, cause.status]).toEqual([201, 201])
  await vi.waitFor(async () => {
    expect(await stands(cause.answer.id)).toMatchObject({ status: 'mottatt', referanse: `DÅR ${cause.answer.id}` })
  })
  expect(await stands(death.answer.id)).toMatchObject({ status: 'venter' })

  const received: unknown[] = []
  await using _deaths = await register('doedsfall_v1', (body) => {
    const root = gate(body)
    received.push('reason' in root ? root : decodeDodsfall(root))
    return encodeMottatt({ type: 'mottatt', referanse: 'FREG 1', avsendersId: death.answer.id })
  })
  await vi.waitFor(
    async () => expect(await stands(death.answer.id)).toMatchObject({ status: 'mottatt', referanse: 'FREG 1' }),
    { timeout: 15_000 }
  )
  expect(received).toMatchObject([
    { type: 'dodsfall', melding: { forespoersel: { doedPerson: { doedsdato: '2023-05-31' }, kilde: 'helse' } } }
  ])

  const avsendersMeldingsidentifikator = death.answer.id
  const looked = { avsendersMeldingsidentifikator, sakTilManuellBehandling: { begrunnelse: 'Bekreftes på telefon' } }
  const decided = { avsendersMeldingsidentifikator, beslutning: 'avvist', begrunnelse: 'Feil person' }
  const told: object[] = [looked]
  await using _feed = await register('hendelser', (body) => {
    const { seq }: { seq: number } = JSON.parse(Buffer.from(body).toString())
    return JSON.stringify(told.map((one, i) => ({ sekvensnummer: i + 1, ...one })).slice(seq - 1))
  })
  await vi.waitFor(
    async () =>
      expect(await stands(death.answer.id)).toMatchObject({ status: 'manuell', begrunnelse: 'Bekreftes på telefon' }),
    { timeout: 15_000 }
  )
  told.push(decided)
  await vi.waitFor(
    async () =>
      expect(await stands(death.answer.id)).toEqual({
        id: death.answer.id,
        type: 'dodsfall',
        status: 'avvist',
        referanse: 'FREG 1',
        begrunnelse: 'Feil person'
      }),
    { timeout: 15_000 }
  )
  // What is decided is over: the same told again is another melding.
  expect((await post('/dodsfall', dodsfall)).answer.id).not.toBe(death.answer.id)
})

test('the same cause told twice is one melding', async () => {
  const [first, again] = [await post('/dodsarsaker', dodsarsak), await post('/dodsarsaker', dodsarsak)]
  expect(again).toEqual(first)
})

const { fodselsnummer: _known, ...unknown } = dodsarsak
const tourist = { kjonn: '2', land: 'SE', fodselsdato: '1950-02-01', oppholdsgrunn: '4' }
test.each([
  ['by the number of another country', { ident: { type: 'SEF', nummer: '19500201-1234' } }],
  [
    'by a passport and a name',
    { ident: { type: 'PNR', nummer: 'X123' }, navn: { fornavn: 'Blid', etternavn: 'Gjest' } }
  ],
  ['by sex and country alone', {}]
])('the cause of death of a person without fødselsnummer is told %s', async (_how, known) => {
  const { status } = await post('/dodsarsaker', { ...unknown, utenFodselsnummer: { ...tourist, ...known } })
  expect(status).toBe(201)
})

test.each([
  ['a person who could be real', '/dodsfall', { ...dodsfall, fodselsnummer: '0'.repeat(11) }, 'syntetiske'],
  [
    'code and words for the same cause',
    '/dodsarsaker',
    cause({ A: { kode: 'I219', tekst: 'x' } }),
    'either kode or tekst'
  ],
  ['a code of ICPC-2', '/dodsarsaker', cause({ A: { kode: '-30' } }), 'ICD-10'],
  ['a chain with a gap', '/dodsarsaker', cause({ A: { kode: 'I219' }, C: { kode: 'I10' } }), 'without a gap'],
  ['no cause at all', '/dodsarsaker', cause({}), 'arsak'],
  ['nobody', '/dodsarsaker', unknown, 'either fodselsnummer or utenFodselsnummer'],
  [
    'a person with and without a number',
    '/dodsarsaker',
    { ...dodsarsak, utenFodselsnummer: tourist },
    'either fodselsnummer or utenFodselsnummer'
  ],
  [
    'a help number, which the profile does not take',
    '/dodsarsaker',
    { ...unknown, utenFodselsnummer: { ...tourist, ident: { type: 'FHN', nummer: '1' } } },
    'list 8116'
  ],
  [
    'a country in words',
    '/dodsarsaker',
    { ...unknown, utenFodselsnummer: { ...tourist, land: 'Sverige' } },
    'list 9043'
  ],
  [
    'a death of whom Folkeregisteret does not know',
    '/dodsfall',
    { ...tourist, dodsdato: '2023-05-31', lege: '1234567' },
    'fodselsnummer'
  ],
  ['an unknown manner', '/dodsarsaker', { ...dodsarsak, dodsmate: '5' }, '99000']
])('%s is refused with what was expected', async (_name, path, body, expected) => {
  const { status, answer } = await post(path, body)
  expect([status, answer.detail]).toEqual([400, expect.stringContaining(expected)])
  expect(JSON.stringify(answer)).not.toContain(fodselsnummer)
})

function cause(arsak: unknown) {
  return { ...dodsarsak, arsak }
}
