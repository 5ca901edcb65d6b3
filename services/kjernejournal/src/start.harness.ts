/** Kjernejournal on a memory bus with a small Norway, and how others ask it and tell it things. */
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
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { UnsecuredJWT } from 'jose'
import { expect, vi } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

export const day = 86_400_000
export const begins = Date.UTC(2019, 0, 7)
const size = { municipalities: 3 }
const landscape = createLandscape({ year: 2019, seed: '1', size })
const one = (tjeneste: string) => {
  const [party] = landscape.find(tjeneste)
  if (party === undefined) throw new Error(`expected a party of ${tjeneste}`)
  return party
}
export const parties = {
  kj: one('8658-2'),
  helsenorge: one('8658-4'),
  hospital: one('8668-1'),
  legevakt: one('8663-KA02'),
  reseptformidler: one('8658-1'),
  sysvak: one('8659-7')
}
/** Organisation number of another enterprise of hospitals. */
export const otherHospital =
  [...landscape.parties()].find(
    ({ organisation: { businessType, organisationNumber } }) =>
      businessType === '101' && organisationNumber !== parties.hospital.organisation.organisationNumber
  )?.organisation.organisationNumber ?? ''
const rng = createRng('kjernejournal')
export const somebody = () => landscape.randomPerson(rng, { bornFrom: 1930, bornTo: 1980 }).id

/** Long, for those who ask a whole year's look-ups at once. */
const answerMs = 30_000

const bytes = (body: object) => Buffer.from(JSON.stringify(body))
export const json = (answer: Uint8Array) => JSON.parse(Buffer.from(answer).toString())

/** Listens until `signal` is aborted; its clock stands at `begins`. */
export async function openKjernejournal(signal: AbortSignal) {
  const exchange = memoryExchange()
  const bus = exchange.connect('test')
  const store = openMemoryStore()
  const config = readConfig(Config, {
    LANDSCAPE_YEAR: '2019',
    LANDSCAPE_SEED: '1',
    LANDSCAPE_SIZE: JSON.stringify(size)
  })
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll([...landscape.parties()].map((party) => [party.herId, bytes(party)]))
  const log = createLog({ service: 'kjernejournal', level: 'silent' })
  const running = await start(config, { bus: exchange.connect('kjernejournal'), store, log }, signal)
  let told = 0

  /** Tells an event, and waits until it is heard. */
  async function tell(name: string, data: object, at: number) {
    const id = `${name}.${++told}`
    await bus.publish([{ subject: `event.${id}`, id, headers: { [headerNames.time]: String(at) }, body: bytes(data) }])
    await vi.waitFor(() => expect(store.table('inbox').has(`event.${id}`)).toBe(true))
  }
  const strike = (at: number) => tell('klokke', { at }, at)
  const ask = async (question: KjernejournalQuestion, from: string, body: object) =>
    json(await bus.ask(kjernejournalQuestionSubject(question, parties.kj.herId, from), bytes(body), answerMs))
  const own = (fodselsnummer: string) => ({ innlogget: fodselsnummer, gjelder: fodselsnummer })
  const doctor = { hprNummer: '0123456', rolle: 'LE', grunnlag: 'SAMTYKKE' }
  await strike(begins)
  return {
    url: running.url ?? '',
    bus,
    store,
    tell,
    strike,
    ask,
    vis: async (fodselsnummer: string) =>
      json(await bus.ask(kjernejournalSubjects.vis, bytes({ fodselsnummer }), 5_000)),
    tall: async () => json(await bus.ask(kjernejournalSubjects.tall, bytes({}), 5_000)),
    journalOf: (fodselsnummer: string, more: object = {}) =>
      ask('journal', parties.legevakt.herId, { fodselsnummer, ...doctor, ...more }),
    choose: (fodselsnummer: string, onske: object) =>
      ask('valg', parties.helsenorge.herId, { ...own(fodselsnummer), onske }),
    see: (fodselsnummer: string, ...deler: string[]) =>
      ask('innbygger', parties.helsenorge.herId, { ...own(fodselsnummer), deler })
  }
}

export const tokenOf = (claims: object) =>
  `Bearer ${new UnsecuredJWT({ 'helseid://claims/identity/security_level': '4', ...claims }).encode()}`

export const inHospital = { healthcare_service: { code: 'S03', system: 'urn:oid:2.16.578.1.12.4.1.1.8655' } }
export const hospitalDoctor = {
  hpr_nr: '0123456',
  authorization: { code: 'LE', system: 'urn:oid:2.16.578.1.12.4.1.1.9060' },
  legal_entity: { id: parties.hospital.organisation.organisationNumber }
}

export const personnelToken = (changes: object = {}) =>
  tokenOf({
    scope: 'openid nhn:kjernejournal/api',
    practitioner: hospitalDoctor,
    care_relation: inHospital,
    ...changes
  })

export async function http(url: string, method: string, headers: Record<string, string>, body?: object) {
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) })
  })
  return { status: answer.status, type: answer.headers.get('content-type'), body: JSON.parse(await answer.text()) }
}
