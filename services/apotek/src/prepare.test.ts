/** What a pharmacy asks before it dispenses, of somebody who answers as Reseptformidleren does. */
import {
  decodeMelding,
  derivedUuid,
  encodeAppRec,
  encodeMelding,
  eReseptCs,
  type Melding,
  type Payload,
  payloadOf,
  type Register,
  appRecFor,
  readXml
} from '@budstikka/meldinger'
import { oppslagSubject } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openAnmodninger } from './anmodninger.ts'
import { anmodning, gjortOpp, landscape, now, parties, resept, reseptId, utlevert } from './apotek.examples.ts'
import { prepare } from './prepare.ts'
import { tjenester } from './service.ts'

const nothing = payloadOf('M9.2', { Status: eReseptCs('7407', '4'), Reseptinfo: [], Multidosebruker: [] })
const listed = payloadOf('M9.2', {
  Reseptinfo: [
    {
      Forskrivningsdato: '2019-12-01',
      Fornavn: 'Stille',
      Etternavn: 'Elv',
      RekvirentId: '990000001',
      NavnRekvirent: 'Rolig Fjell',
      EndretFarmasoyt: eReseptCs('1101', '2'),
      ReseptId: reseptId,
      Status: eReseptCs('7408', 'E'),
      Vergeinnsynsreservasjon: 'false'
    }
  ],
  Multidosebruker: []
})
const given = payloadOf('M9.4', { Status: eReseptCs('7408', 'U') })
const blue = resept()

/** Answers each question in turn; 'no' is a negative AppRec. */
async function asking(answers: readonly (Payload | 'no')[], m1 = blue, register: Register = landscape) {
  const exchange = memoryExchange()
  const bus = exchange.connect('apotek')
  const store = openMemoryStore()
  const asked: string[] = []
  const questions: Melding[] = []
  const left = [...answers]
  const endpoint = {
    name: 'rf',
    subject: oppslagSubject('8658-1', '*', '*', '*'),
    answer({ body }: { body: Uint8Array }) {
      const root = readXml(body)
      const read = 'reason' in root ? undefined : decodeMelding(root)
      if (read?.type !== 'melding') throw new Error('expected a question')
      const { envelope } = read.melding
      asked.push(envelope.type)
      questions.push(read.melding)
      const answer = left.shift()
      if (answer === undefined) throw new Error('expected no more questions')
      return Buffer.from(answer === 'no' ? refused(read.melding) : encodeMelding(answered(read.melding, answer)))
    }
  }
  const answered = ({ envelope }: Melding, payload: Payload): Melding => ({
    envelope: {
      type: `ER${payload.format.replaceAll('.', '')}`,
      msgId: derivedUuid(now, 'svar', String(asked.length)),
      genDate: envelope.genDate,
      sender: envelope.receiver,
      receiver: envelope.sender,
      copies: []
    },
    payload,
    attachments:
      payload.format === 'M9.4'
        ? [{ mimeType: 'text/xml', base64: Buffer.from(encodeMelding(m1)).toString('base64') }]
        : []
  })
  await exchange.connect('rf').serve({ name: 'rf', version: '1.0.0', description: 'Reseptformidleren' }, [endpoint])
  return {
    asked,
    questions,
    store,
    prepare: (data: unknown) => prepare({ bus, store, register, tjenester }, data, AbortSignal.timeout(20_000))
  }
}

const refused = ({ envelope }: Melding) =>
  encodeAppRec(
    appRecFor(envelope, {
      role: 'PRIM',
      answeredBy: envelope.receiver,
      version: '1.0',
      status: '2',
      errors: [{ code: '69', codeSystem: '2.16.578.1.12.4.1.1.7419', name: 'Under ekspedering' }],
      id: derivedUuid(now, 'kvittering'),
      genDate: envelope.genDate
    })
  )

test('it is asked until the prescription has come, and then taken in hand', async () => {
  const rf = await asking([nothing, listed, given])
  const hendelse = utlevert('a')
  expect(await rf.prepare({ hendelser: [hendelse] })).toEqual({
    hendelser: [hendelse],
    nedlastet: {
      a: {
        begins: expect.any(String),
        m94: derivedUuid(now, 'svar', '3'),
        m1: Buffer.from(encodeMelding(blue)).toString('base64')
      }
    }
  })
  expect(rf.asked).toEqual(['ERM91', 'ERM91', 'ERM93'])
})

test('what an exemption is asked for (M3) is in hand, and is taken again when it is granted', async () => {
  const rf = await asking([listed, given, nothing, listed, given])
  await rf.prepare({ hendelser: [utlevert('a', { meldingType: 'ERM3' })] })
  await rf.prepare({ hendelser: [utlevert('b')] })
  expect(rf.asked).toEqual(['ERM91', 'ERM93', 'ERM91', 'ERM91', 'ERM93'])
})

test('what another has in hand is asked for again', async () => {
  const rf = await asking([listed, 'no', listed, given])
  await rf.prepare({ hendelser: [utlevert('a')] })
  expect(rf.asked).toEqual(['ERM91', 'ERM93', 'ERM91', 'ERM93'])
})

test('what was sent to the pharmacy is taken by what it was asked (M21)', async () => {
  const rf = await asking([given])
  const sent = utlevert('a', { detail: 'x1 siste last' })
  const prepared = rf.prepare({ hendelser: [sent] })
  expect(rf.asked).toEqual([])
  openAnmodninger(rf.store).hear(anmodning('21000000000001'), now)
  expect(await prepared).toMatchObject({ nedlastet: { a: { begins: reseptId, m94: derivedUuid(now, 'svar', '1') } } })
  expect(rf.asked).toEqual(['ERM93'])
  expect(rf.questions.at(-1)).toMatchObject({
    envelope: { conversation: { refToParent: derivedUuid(now, 'm21'), refToConversation: reseptId } },
    payload: { content: { ReseptId: reseptId, RefNr: '21000000000001' } }
  })
})

test('a net pharmacy shows its customer what can be had before it dispenses', async () => {
  const onTheNet: Register = {
    party: (herId) => {
      const party = landscape.party(herId)
      return herId === parties.apotek.herId && party !== undefined
        ? { ...party, tjeneste: '8664-NA' as typeof party.tjeneste }
        : party
    },
    find: landscape.find
  }
  const seen = payloadOf('M9NA2', { Antall: '0', Reseptinfo: [] })
  const detail = payloadOf('M9NA4', { ReseptId: reseptId, Status: eReseptCs('7408', 'E') })
  const [shown, child] = [
    await asking([listed, seen, detail, given], blue, onTheNet),
    await asking([listed, 'no', given], blue, onTheNet)
  ]
  for (const rf of [shown, child]) await rf.prepare({ hendelser: [utlevert('a')] })
  expect([shown.asked, child.asked]).toEqual([
    ['ERM91', 'ERM9NA1', 'ERM9NA3', 'ERM93'],
    ['ERM91', 'ERM9NA1', 'ERM93']
  ])
})

test('a white prescription is not kept for a claim', async () => {
  const text = encodeMelding(blue).replaceAll('RefHjemmel', 'Annet')
  const root = readXml(Buffer.from(text))
  const read = 'reason' in root ? undefined : decodeMelding(root)
  const rf = await asking([listed, given], read?.type === 'melding' ? read.melding : blue)
  expect(await rf.prepare({ hendelser: [utlevert('a')] })).toMatchObject({
    nedlastet: { a: { begins: expect.any(String), m94: expect.any(String) } }
  })
})

test('a paper prescription and a claim are asked about nowhere, and others’ happenings are left out', async () => {
  const rf = await asking([])
  const { first: _none, firstAt: _never, ...paper } = utlevert('papir', { detail: 'x1 papir' })
  const own = [paper, gjortOpp('c')]
  const elsewhere = utlevert('a', { actor: parties.helfo.herId })
  expect(await rf.prepare({ hendelser: [...own, elsewhere] })).toEqual({
    hendelser: own.map((hendelse) => expect.objectContaining({ id: hendelse.id })),
    nedlastet: {}
  })
  expect(rf.asked).toEqual([])
})

test('the next dispensing waits for the receipt of the one before', async () => {
  const rf = await asking([listed, given])
  const before = utlevert('b')
  const next = utlevert('a', { previous: before.id, previousAt: before.at })
  const awaited = `${derivedUuid(before.at, 'hendelse', before.id)}.${parties.reseptformidler.herId}.PRIM`
  rf.store.table('awaiting').add(awaited, '', now)
  const prepared = rf.prepare({ hendelser: [next] })
  expect(rf.asked).toEqual([])
  rf.store.table('awaiting').delete(awaited)
  await prepared
  expect(rf.asked).toEqual(['ERM91', 'ERM93'])
})

test('data of other events comes through as it is', async () => {
  expect(await (await asking([])).prepare({ at: now })).toEqual({ at: now })
})
