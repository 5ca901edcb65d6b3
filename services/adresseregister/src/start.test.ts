/** Adresseregisteret as others meet it: over HTTP, over the bus, and in the feed of changes. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { Party } from '@budstikka/meldinger'
import { createLog, readConfig, registerQuestionSubject } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

const exchange = memoryExchange()
const bus = exchange.connect('adresseregister')
const store = openMemoryStore()
const stopping = new AbortController()
const config = readConfig(Config, { LANDSCAPE_YEAR: '2023', LANDSCAPE_SEED: 'test' })
const landscape = createLandscape({ year: 2023, seed: 'test' })
const [nurses, otherNurses] = landscape.find('8663-KP02')
const person = landscape.randomPerson(createRng('test', 'somebody'))
const log = createLog({ service: 'adresseregister', level: 'silent' })
const startAgain = () => start({ bus: exchange.connect('again'), store, config, log }, stopping.signal)
let url = ''

beforeAll(async () => {
  const running = await start({ bus, store, config, log }, stopping.signal)
  url = running.url ?? ''
  await vi.waitFor(async () => expect((await fetch(`${url}/health/ready`)).status).toBe(200), { timeout: 10_000 })
})
afterAll(() => stopping.abort())

const get = async (path: string) => (await fetch(url + path)).json()
const send = (method: string, path: string, body: unknown) =>
  fetch(url + path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const change = async (herId: string, body: unknown) => (await send('PUT', `/parter/${herId}`, body)).json()
const ask = async (question: 'part' | 'sok' | 'fastlege', body: unknown) =>
  JSON.parse(
    Buffer.from(
      await bus.ask(registerQuestionSubject(question, '1'), Buffer.from(JSON.stringify(body)), 5_000)
    ).toString()
  )

test('every party of the landscape is in the register', async () => {
  expect(await (await fetch(`${url}/metrics`)).text()).toContain(
    `budstikka_register_parties{state="open"} ${[...landscape.parties()].length}\n`
  )
})

test('a party is found by its HER-id, the same over HTTP and over the bus', async () => {
  expect(await get(`/parter/${nurses?.herId}`)).toEqual(nurses)
  expect(await ask('part', { herId: nurses?.herId })).toEqual(nurses)
})

test('the nurses of a municipality are found', async () => {
  const found = { parter: landscape.find('8663-KP02', nurses?.municipality) }
  expect(await get(`/parter?tjeneste=8663-KP02&kommune=${nurses?.municipality}`)).toEqual(found)
  expect(await ask('sok', { tjeneste: '8663-KP02', kommune: nurses?.municipality })).toEqual(found)
})

test('the GP of a person is found by a number that no URL holds', async () => {
  const body = { fodselsnummer: person.id }
  expect(await (await send('POST', '/fastlege', body)).json()).toEqual(landscape.party(person.fastlege))
  expect(await ask('fastlege', body)).toEqual(landscape.party(person.fastlege))
})

test('a number that is not synthetic is refused by both, with what was expected', async () => {
  const expected = { status: 400, detail: expect.stringMatching(/month \+ 80/) }
  expect(await (await send('POST', '/fastlege', { fodselsnummer: '12345' })).json()).toMatchObject(expected)
  expect(await ask('fastlege', { fodselsnummer: '12345' })).toMatchObject(expected)
})

test('a question that is no JSON is answered with what was expected', async () => {
  const answer = await bus.ask(registerQuestionSubject('part', '1'), Buffer.from('{'), 5_000)
  expect(JSON.parse(Buffer.from(answer).toString())).toMatchObject({ type: 'problem', status: 400 })
})

test('a change is seen at once, stands in the feed, and is said as an event', async () => {
  const herId = nurses?.herId ?? ''
  const moved = { ...nurses, active: false, movedTo: otherNurses?.herId }
  expect(await change(herId, { active: false, movedTo: otherNurses?.herId })).toEqual(moved)
  expect(await get(`/parter/${herId}`)).toEqual(moved)
  const endring = { sequence: 1, herId, type: 'updated', changed: ['active', 'movedTo'], party: moved }
  expect(await get('/endringer?etter=0')).toEqual({ endringer: [endring], siste: 1 })
  for await (const message of bus.tail('EVENTS', [`event.part-endret.${herId}`], 1, stopping.signal)) {
    expect(JSON.parse(Buffer.from(message.body).toString())).toEqual(endring)
    break
  }
})

test('changes come after each other in the feed, however many ask at once', async () => {
  const herId = otherNurses?.herId ?? ''
  await Promise.all(['A', 'B', 'C'].map((name) => change(herId, { name })))
  const numbered = [2, 3, 4].map((sequence) => expect.objectContaining({ sequence }))
  expect(await get('/endringer?etter=1')).toEqual({ endringer: numbered, siste: 4 })
})

test('a register that starts again keeps what was changed, and the feed', async () => {
  const again = await startAgain()
  await vi.waitFor(async () => expect((await fetch(`${again.url}/health/ready`)).status).toBe(200), { timeout: 10_000 })
  const party = Party.parse(await (await fetch(`${again.url}/parter/${nurses?.herId}`)).json())
  expect(party.active).toBe(false)
  expect(await (await fetch(`${again.url}/endringer?etter=3`)).json()).toMatchObject({ siste: 4 })
})
