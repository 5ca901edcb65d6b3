/** Registre on a bus: a vaccination comes and is answered, and a look-up shows it at once; a claim is receipted in part. */
import { createLandscape, createRng, type Hendelse, meldingOf } from '@budstikka/landscape'
import { contentOf, decodeMelding, encodeMelding, type Melding, oidOf, payloadOf, readXml } from '@budstikka/meldinger'
import {
  createLog,
  headerNames,
  meldingSubject,
  newTraceparent,
  oppslagSubject,
  partitionOf,
  questionMelding,
  readConfig,
  registerBucket,
  transportId
} from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

const size = { municipalities: 1 }
const landscape = createLandscape({ year: 2021, seed: '1', size })
const somebody = landscape.randomPerson(createRng('registre'), { bornFrom: 1950, bornTo: 1990 })
const actor = landscape.places[0]?.fastleger[0] ?? ''
const sysvak = landscape.find('8659-7')[0] ?? expect.fail('SYSVAK')
const helfo = landscape.find('8658-5')[0] ?? expect.fail('Helfo')
const at = Date.UTC(2021, 5, 1, 10)

const sent = (meldingType: string, { herId: counterpart } = sysvak, more: Partial<Hendelse> = {}): Melding => {
  const about = { id: meldingType, at, actor, counterpart, patient: somebody.id, meldingType, ...more }
  const hendelse: Hendelse = { ...about, status: 'N', copies: [], variant: 'plain', expectsAnswer: true }
  return meldingOf(hendelse, { register: landscape, person: landscape.person })
}

function meldingIn(bytes: Uint8Array): Melding {
  const root = readXml(bytes)
  const decoded = 'type' in root ? root : decodeMelding(root)
  return decoded.type === 'melding' ? decoded.melding : expect.fail(`a melding, got ${decoded.type}`)
}

function messageOf(melding: Melding, { herId: to, tjeneste } = sysvak) {
  const { msgId, type: meldingType } = melding.envelope
  const id = transportId(actor, msgId, to, 0)
  return {
    subject: meldingSubject({
      tjeneste,
      to,
      from: actor,
      meldingType,
      partition: partitionOf(melding)
    }),
    id,
    headers: {
      [headerNames.msgId]: msgId,
      [headerNames.time]: String(at),
      [headerNames.traceparent]: newTraceparent(id, 0)
    },
    body: Buffer.from(encodeMelding(melding))
  }
}

async function open() {
  const ending = new AbortController()
  const exchange = memoryExchange()
  const bus = exchange.connect('test')
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll([...landscape.parties()].map((party) => [party.herId, Buffer.from(JSON.stringify(party))]))
  const env = { LANDSCAPE_YEAR: '2021', LANDSCAPE_SEED: '1', LANDSCAPE_SIZE: JSON.stringify(size) }
  const ports = { bus: exchange.connect('registre'), store: openMemoryStore() }
  const log = createLog({ service: 'registre', level: 'silent' })
  const running = await start(readConfig(Config, env), { ...ports, log }, ending.signal)
  return {
    bus,
    async [Symbol.asyncDispose]() {
      ending.abort()
      await running.done?.catch(() => undefined)
      await running[Symbol.asyncDispose]()
      await bus[Symbol.asyncDispose]()
    }
  }
}

test('a claim with a bill at fault is answered with AppRec 1.0 and status 3', async () => {
  expect.assertions(1)
  await using world = await open()
  const claim = sent('LOM', helfo, { detail: 'samme-regningsnummer' })
  await world.bus.publish([messageOf(claim, helfo)])
  const subject = `melding.*.${actor}.*.APPREC.*`
  for await (const { body } of world.bus.tail('MELDINGER', [subject], 1, AbortSignal.timeout(5_000))) {
    const root = readXml(body)
    const errors = [{ code: 'X99', name: 'Annen feil', text: expect.stringContaining('Enkeltregning 2') }]
    expect('type' in root ? root : decodeMelding(root)).toMatchObject({
      type: 'appRec',
      appRec: { version: '1.0', status: '3', errors, original: { id: claim.envelope.msgId } }
    })
    break
  }
})

test('a vaccination is receipted and answered, and a search shows it', async () => {
  await using world = await open()
  const { bus } = world
  const request = sent('HENDELSEREQUEST')
  await bus.publish([messageOf(request)])
  const came = new Map<string, Uint8Array>()
  for await (const { subject, body } of bus.tail('MELDINGER', [`melding.*.${actor}.>`], 1, AbortSignal.timeout(5_000)))
    if (came.set(subject.split('.')[4] ?? '', body).size === 2) break
  expect([...came.keys()].toSorted()).toEqual(['APPREC', 'HENDELSERESPONSE'])
  expect(meldingIn(came.get('HENDELSERESPONSE') ?? Buffer.of()).envelope.conversation).toEqual({
    refToParent: request.envelope.msgId,
    refToConversation: request.envelope.msgId
  })

  const question = Buffer.from(encodeMelding(sent('SOKREQUEST')))
  const found = meldingIn(await bus.ask(oppslagSubject('8659-7', sysvak.herId, actor, 'SOKREQUEST'), question, 5_000))
  const read = contentOf(found.payload, 'SokResponse')
  expect(read.type === 'content' && read.content.Vaksinand?.map((one) => one.Vaksinasjon?.length)).toEqual([1])

  // Kjernejournal looks up the same (nhn.no, kjernejournal).
  const kj = landscape.find('8658-2')[0] ?? expect.fail('Kjernejournal')
  const payload = payloadOf('SokRequest', {
    UtfortAvHelseenhet: { Id: kj.organisation.organisationNumber, TypeId: { V: 'ENH', S: oidOf('9051') } },
    Ident: { Id: somebody.id, TypeId: { V: 'FNR', S: oidOf('8327') } }
  })
  const about = { type: 'SOKREQUEST', before: 0, payload }
  const asked = Buffer.from(encodeMelding(questionMelding({ id: 'o1', at }, { from: kj, to: sysvak }, about)))
  const subject = oppslagSubject('8659-7', sysvak.herId, kj.herId, 'SOKREQUEST')
  expect(meldingIn(await bus.ask(subject, asked, 5_000)).payload).toEqual(found.payload)
})
