/** What a prescriber asks before it sends, of somebody who answers as Reseptformidleren does. */
import { msgIdOf } from '@budstikka/landscape'
import {
  contentOf,
  decodeMelding,
  derivedUuid,
  encodeMelding,
  eReseptCs,
  type Melding,
  type Payload,
  payloadOf,
  readXml
} from '@budstikka/meldinger'
import { oppslagSubject } from '@budstikka/service'
import { memoryExchange } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { fastlege, handle, happened, hendelseOf, hospital, landscape } from './handle.examples.ts'
import { isConcerned, prepare } from './prepare.ts'
import { tjenester } from './tjenester.ts'

const counterpart = landscape.find('8658-1')[0]?.herId ?? ''
const forskrivning = landscape.find('8666-FR')[0]?.herId ?? hospital
const apotek = landscape.find('8664-FR')[0]?.herId ?? ''

const locked = hendelseOf({ meldingType: 'ERM1', actor: fastlege, counterpart, detail: 'x1 last', named: apotek })
const first = { first: 'resept', firstAt: 1_000 }
const recall = hendelseOf({
  meldingType: 'ERM5',
  actor: forskrivning,
  counterpart,
  detail: 'annens',
  ...first,
  previous: 'utlevert',
  previousAt: 2_000
})
const reseptId = msgIdOf(1_000, 'resept')
const nothing = payloadOf('M9.6', { StatusSok: eReseptCs('7407', '4') })
const listed = payloadOf('M9.6', { Listeelement: [{ ReseptId: reseptId, Status: eReseptCs('7408', 'E') }] })
const reported = payloadOf('M9.8', { AntallUtleveringer: '1' })
const m6 = { mimeType: 'text/xml', base64: Buffer.from(msgIdOf(2_000, 'utlevert')).toString('base64') }

/** Answers each question in turn. */
async function asking(answers: readonly (readonly [Payload, ...{ mimeType: string; base64: string }[]])[]) {
  const exchange = memoryExchange()
  const asked: Melding[] = []
  const endpoint = {
    name: 'rf',
    subject: oppslagSubject('8658-1', '*', '*', '*'),
    answer({ body }: { body: Uint8Array }) {
      const root = readXml(body)
      const read = 'reason' in root ? undefined : decodeMelding(root)
      if (read?.type !== 'melding') throw new Error('expected a question')
      const [payload, ...attachments] = answers[asked.push(read.melding) - 1] ?? []
      if (payload === undefined) throw new Error('expected no more questions')
      const { sender, receiver, genDate } = read.melding.envelope
      const type = `ER${payload.format.replaceAll('.', '')}`
      const envelope = { type, msgId: derivedUuid(1, type), genDate, sender: receiver, receiver: sender, copies: [] }
      return Buffer.from(encodeMelding({ envelope, payload, attachments }))
    }
  }
  await exchange.connect('rf').serve({ name: 'rf', version: '1.0.0', description: 'Reseptformidleren' }, [endpoint])
  return {
    asked,
    types: () => asked.map(({ envelope }) => envelope.type),
    prepare: (data: unknown) =>
      prepare({ bus: exchange.connect('epj'), register: landscape, tjenester }, data, AbortSignal.timeout(20_000))
  }
}

test('a locked prescription has the reference number that its doctor was allotted', async () => {
  const rf = await asking([[payloadOf('M4.2', { RefNr: ['21000000000001'] })]])
  const data = await rf.prepare({ hendelser: [locked] })
  const effects = handle({ type: 'event', name: 'hendelse', id: '1', data })
  const [sent] = effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
  expect(sent && contentOf(sent.payload, 'M1')).toMatchObject({
    content: { RefNr: '21000000000001', LastResept: 'true', EkspAnm: { Utleverer: apotek } }
  })
  expect(rf.types()).toEqual(['ERM41'])
  expect(rf.asked[0]?.envelope.sender.person).toEqual(sent?.envelope.sender.person)
})

test('what another wrote is recalled when it is found, and what was dispensed on it is seen', async () => {
  const rf = await asking([[nothing], [listed], [reported], [listed], [reported, m6]])
  expect(await rf.prepare({ hendelser: [recall] })).toEqual({ hendelser: [recall], svar: {} })
  expect(rf.types()).toEqual(['ERM95', 'ERM95', 'ERM97', 'ERM95', 'ERM97'])
})

test('a medicine list follows the last one that is there, or none', async () => {
  const writes = hendelseOf({ meldingType: 'ERM251', actor: fastlege, counterpart, ...first })
  const pasient = { Fnr: writes.patient, Reseptinfo: [], VarerIBrukB64: [] }
  const conversations = []
  for (const known of [{}, { RefMsgId: reseptId }]) {
    const rf = await asking([[payloadOf('M9.12', { Pasient: { ...pasient, ...known } })]])
    const data = await rf.prepare({ hendelser: [writes] })
    const effects = handle({ type: 'event', name: 'hendelse', id: '1', data })
    conversations.push(
      effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding.envelope.conversation] : []))
    )
    expect(rf.types()).toEqual(['ERM911'])
  }
  expect(conversations).toEqual([[undefined], [{ refToParent: reseptId, refToConversation: reseptId }]])
})

test('a doctor signs off when what was packed is seen', async () => {
  const packed = { previous: 'pakket', previousAt: 3_000 }
  const leaves = { meldingType: 'ERM271', actor: fastlege, counterpart, detail: 'A pakket', ...first, ...packed }
  const m253 = Buffer.from(msgIdOf(3_000, 'pakket')).toString('base64')
  const listing = (...held: string[]) =>
    payloadOf('M9.12', { Pasient: { Fnr: locked.patient, Reseptinfo: [], VarerIBrukB64: held } })
  const rf = await asking([[listing()], [listing(m253)]])
  await rf.prepare({ hendelser: [hendelseOf(leaves)] })
  expect(rf.types()).toEqual(['ERM911', 'ERM911'])
})

test('nothing is asked of other happenings, of others’, or of other events', async () => {
  const rf = await asking([])
  const others = [{ ...locked, actor: apotek }, hendelseOf({ meldingType: 'ERM5', actor: fastlege, counterpart })]
  await rf.prepare({ hendelser: others })
  expect(await rf.prepare({ at: 1 })).toEqual({ at: 1 })
  const bytes = (...hendelser: readonly unknown[]) => Buffer.from(JSON.stringify({ hendelser }))
  expect([[locked], [recall], others.slice(1)].map((some) => isConcerned(bytes(...some)))).toEqual([true, true, false])
  expect(handle(happened(...others.slice(1)))).toHaveLength(1)
})
