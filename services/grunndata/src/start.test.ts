/** Folkeregisteret as others meet it: over HTTP, over the bus, in the feed, and by the event that tells of a death. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { decodeMottatt, encodeDodsfall } from '@budstikka/meldinger'
import { createLog, deathQuestionSubject, readConfig } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Config } from './config.ts'
import { Hendelsesliste } from './hendelsesliste.ts'
import { start } from './start.ts'

const exchange = memoryExchange()
const bus = exchange.connect('grunndata')
const stopping = new AbortController()
const size = { municipalities: 3 }
const config = readConfig(Config, { LANDSCAPE_SEED: 'test', LANDSCAPE_SIZE: JSON.stringify(size) })
const landscape = createLandscape({ year: 2023, seed: 'test', size })
const rng = createRng('test', 'deaths')
const [one, other] = [landscape.randomPerson(rng), landscape.randomPerson(rng)]
const log = createLog({ service: 'grunndata', level: 'silent' })
const now = () => Date.UTC(2023, 5, 1, 12)
let url = ''

beforeAll(async () => {
  const running = await start({ bus, store: openMemoryStore(), log, config, now }, stopping.signal)
  url = running.url ?? ''
})
afterAll(() => stopping.abort())

const death = (foedselsnummer: string, id: string, doedsdato = '2023-05-31') =>
  encodeDodsfall({
    type: 'dodsfall',
    melding: {
      innsending: { avsendersMeldingsidentifikator: id, avsendersInnsendingstidspunkt: '2023-06-01T12:00:00Z' },
      forespoersel: {
        forespoerselssdato: '2023-06-01',
        kilde: 'helse',
        avsendersSaksbehandler: '1234567',
        doedPerson: { foedselsnummer, doedsdato }
      }
    }
  })
const post = (body: string) => fetch(`${url}/folkeregisteret/mottak/api/doedsfall_v1`, { method: 'POST', body })
const annul = (foedselsnummer: string, id: string) => {
  const innsending = { avsendersMeldingsidentifikator: id, avsendersInnsendingstidspunkt: '2023-06-01T12:00:00Z' }
  const asked = { forespoerselssdato: '2023-06-01', kilde: 'helse', avsendersSaksbehandler: '1234567' }
  const body = encodeDodsfall({
    type: 'annullering',
    melding: { innsending, forespoersel: { ...asked, levendePerson: { foedselsnummer } } }
  })
  return fetch(`${url}/folkeregisteret/mottak/api/annullering_av_doedsfall_v1`, { method: 'POST', body })
}
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())
const feed = async () => (await fetch(`${url}/folkeregisteret/tilbakemelding/api/v2/hendelser`)).json()
const personOf = async (identifikasjonsnummer: string) => {
  const body = Buffer.from(JSON.stringify({ identifikasjonsnummer }))
  return JSON.parse(Buffer.from(await bus.ask(deathQuestionSubject('person', '1'), body, 1_000)).toString())
}

test('a death is received with 202, decided once, and told to everybody', async () => {
  const first = await post(death(one.id, 'first'))
  const again = await post(death(one.id, 'first'))
  const receipt = decodeMottatt(await bytesOf(first))
  expect([first.status, again.status, receipt]).toEqual([202, 202, decodeMottatt(await bytesOf(again))])
  const referanse = receipt?.type === 'mottatt' ? receipt.referanse : ''
  expect(await feed()).toEqual([
    {
      sekvensnummer: 1,
      folkeregisterReferanse: referanse,
      avsendersMeldingsidentifikator: 'first',
      beslutning: 'godkjent'
    }
  ])
  for await (const event of bus.tail('EVENTS', ['event.dodsfall.>'], 1, stopping.signal)) {
    expect([event.subject, JSON.parse(Buffer.from(event.body).toString())]).toEqual([
      `event.dodsfall.${referanse}`,
      { fodselsnummer: one.id, annullert: false, dodsdato: '2023-05-31' }
    ])
    break
  }
})

test('a bank hears that somebody has died, of another date, and of an annulment, and no more than whom it is about', async () => {
  const person = landscape.randomPerson(rng)
  const listen = async (seq: number) =>
    (await fetch(`${url}/folkeregisteret/bank/api/v1/hendelser/feed/?seq=${seq}`)).json()
  const { length } = Hendelsesliste.parse(await listen(1))
  await post(death(person.id, 'bank'))
  await post(death(person.id, 'bank again'))
  await post(death(person.id, 'bank corrected', '2023-05-30'))
  await annul(person.id, 'bank annulled')
  const types = ['personErDoed', 'endringIDoedsfall', 'endringIDoedsfall']
  expect(await listen(length + 1)).toEqual(
    types.map((hendelsetype, number) => ({
      sekvensnummer: length + 1 + number,
      hendelse: {
        folkeregisteridentifikator: person.id,
        hendelsetype,
        ajourholdstidspunkt: '2023-06-01T12:00:00.000Z'
      }
    }))
  )
})

test('the dead and the living are told apart, over the bus too', async () => {
  await bus.ask(deathQuestionSubject('doedsfall_v1', '1'), Buffer.from(death(one.id, 'over the bus')), 1_000)
  expect(await personOf(one.id)).toMatchObject({ status: 'doed', doedsfall: { doedsdato: '2023-05-31' } })
  expect(await personOf(other.id)).toEqual({
    identifikasjonsnummer: other.id,
    status: 'bosatt',
    navn: { fornavn: other.givenName, etternavn: other.familyName },
    bostedsadresse: { kommunenummer: other.municipality }
  })
})

test.each([
  ['what is no XML', '<a>', /velformet/],
  ['another document', '<a/>', /ventet meldingOmDoedsfall/],
  ['somebody who could be real', death('0'.repeat(11), 'x'), /syntetiske/]
])('%s is answered 400 and what was expected', async (_name, body, expected) => {
  const response = await post(body)
  expect([response.status, decodeMottatt(await bytesOf(response))]).toEqual([
    400,
    { type: 'feil', melding: expect.stringMatching(expected) }
  ])
})
