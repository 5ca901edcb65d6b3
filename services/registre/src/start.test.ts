/** Registre on a bus: a vaccination comes and is answered, and a look-up shows it at once. */
import { createLandscape, createRng, type Hendelse, meldingOf } from '@budstikka/landscape'
import { contentOf, decodeMelding, encodeMelding, type Melding, readXml } from '@budstikka/meldinger'
import {
  createLog,
  headerNames,
  meldingSubject,
  newTraceparent,
  oppslagSubject,
  partitionOf,
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
const counterpart = landscape.find('8659-7')[0]?.herId ?? ''
const at = Date.UTC(2021, 5, 1, 10)

const sent = (meldingType: string): Melding => {
  const about = { id: meldingType, at, actor, counterpart, patient: somebody.id, meldingType }
  const hendelse: Hendelse = { ...about, status: 'N', copies: [], variant: 'plain', expectsAnswer: true }
  return meldingOf(hendelse, { register: landscape, person: landscape.person })
}

function meldingIn(bytes: Uint8Array): Melding {
  const root = readXml(bytes)
  const decoded = 'type' in root ? root : decodeMelding(root)
  return decoded.type === 'melding' ? decoded.melding : expect.fail(`a melding, got ${decoded.type}`)
}

function messageOf(melding: Melding) {
  const { msgId, type: meldingType } = melding.envelope
  const id = transportId(actor, msgId, counterpart, 0)
  return {
    subject: meldingSubject({
      tjeneste: '8659-7',
      to: counterpart,
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

test('a vaccination is receipted and answered, and a search shows it', async () => {
  const ending = new AbortController()
  const exchange = memoryExchange()
  await using bus = exchange.connect('test')
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll([...landscape.parties()].map((party) => [party.herId, Buffer.from(JSON.stringify(party))]))
  const env = { LANDSCAPE_YEAR: '2021', LANDSCAPE_SEED: '1', LANDSCAPE_SIZE: JSON.stringify(size) }
  const ports = { bus: exchange.connect('registre'), store: openMemoryStore() }
  const log = createLog({ service: 'registre', level: 'silent' })
  const running = await start(readConfig(Config, env), { ...ports, log }, ending.signal)

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
  const found = meldingIn(await bus.ask(oppslagSubject('8659-7', counterpart, actor, 'SOKREQUEST'), question, 5_000))
  const read = contentOf(found.payload, 'SokResponse')
  expect(read.type === 'content' && read.content.Vaksinand?.map((one) => one.Vaksinasjon?.length)).toEqual([1])

  ending.abort()
  await running.done?.catch(() => undefined)
  await running[Symbol.asyncDispose]()
})
