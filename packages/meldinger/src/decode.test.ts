/** What a document is taken for: a melding, an AppRec, a fault against the schema, or something we do not support. */
import { expect, test } from 'vitest'
import type { Decoded } from './decode.ts'
import { decodeMelding } from './decode.ts'
import { contentOf, faultsOf, forsendelsesstatusOf } from './payload.ts'
import { readXml } from './xml/reader.ts'

const ident = (id: string) => `<Ident><Id>${id}</Id><TypeId V="HER" S="2.16.578.1.12.4.1.1.9051"/></Ident>`
const party = (role: string, id: string) =>
  `<${role}><Organisation><OrganisationName>Navn</OrganisationName>${ident(id)}</Organisation></${role}>`
const info = `<MsgInfo><Type V="LOG_INNLAGT"/><MIGversion>v1.2 2006-05-24</MIGversion><GenDate>2026-01-05T10:11:54</GenDate>
  <MsgId>0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a01</MsgId>${party('Sender', '59')}${party('Receiver', '99387')}</MsgInfo>`
const status = '<po:InformasjonOmForsendelsen><po:Forsendelsesstatus V="N"/></po:InformasjonOmForsendelsen>'
const admitted = `<MeldingInnlagtPasient><po:TidsfestetHendelse><po:TidspunktForHendelse V="2026-01-05"/><po:Anslag>false</po:Anslag>
  </po:TidsfestetHendelse></MeldingInnlagtPasient>`
const logistikk = (content: string, date = '2012-04-01') =>
  `<Pasientlogistikk xmlns="http://www.kith.no/xmlstds/po/Pasientlogistikk/${date}"
    xmlns:po="http://www.kith.no/xmlstds/po/poKomponent/${date}">${content}</Pasientlogistikk>`
const msgHead = (
  head: string,
  payload: string
) => `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24">${head}
  <Document><RefDoc><MsgType V="XML"/><Content>${payload}</Content></RefDoc></Document></MsgHead>`

function read(xml: string, options = {}): Decoded {
  const root = readXml(Buffer.from(xml))
  if ('type' in root) throw new Error(root.reason)
  return decodeMelding(root, options)
}

test('a melding is read with its envelope, format and content', () => {
  const decoded = read(msgHead(info, logistikk(status + admitted)))
  expect(decoded).toMatchObject({
    type: 'melding',
    melding: {
      envelope: { type: 'LOG_INNLAGT', sender: { organisation: { idents: [{ id: '59', kind: 'HER' }] } }, copies: [] },
      payload: { format: 'Pasientlogistikk', version: '1.6', content: { InformasjonOmForsendelsen: {} } }
    }
  })
})

test('an older version is read by its namespace', () => {
  const decoded = read(msgHead(info, logistikk(status + admitted, '2009-06-30')))
  expect(decoded).toMatchObject({ type: 'melding', melding: { payload: { version: '1.5' } } })
})

test('a fault in the payload is T02, and the envelope is there for the answer', () => {
  const decoded = read(msgHead(info, logistikk(admitted)))
  expect(decoded).toMatchObject({
    type: 'unreadable',
    code: 'T02',
    faults: [{ path: 'Pasientlogistikk', expected: expect.stringContaining('InformasjonOmForsendelsen') as unknown }],
    envelope: { msgId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a01' }
  })
})

test.each([
  ['1.0', '2009-06-30'],
  ['1.1', '2012-04-01']
])('a faulty payload is answered in AppRec %s where its format is of %s', (appRecVersion, date) => {
  expect(read(msgHead(info, logistikk(admitted, date)))).toMatchObject({ type: 'unreadable', appRecVersion })
})

test('a faulty Dialogmelding 1.0 is answered in AppRec 1.0', () => {
  const dialog = '<Dialogmelding xmlns="http://www.kith.no/xmlstds/dialog/2006-10-11"><Odd/></Dialogmelding>'
  expect(read(msgHead(info, dialog))).toMatchObject({ code: 'T02', appRecVersion: '1.0' })
})

test('a payload of an unknown format names no AppRec version', () => {
  expect(read(msgHead(info, '<Henvisning xmlns="urn:x"/>'))).not.toHaveProperty('appRecVersion')
})

test('a fault in the head is T02, with what could be read of the envelope', () => {
  const decoded = read(msgHead(info.replace('2026-01-05T10:11:54', 'i går'), logistikk(status + admitted)))
  expect(decoded).toMatchObject({
    type: 'unreadable',
    code: 'T02',
    envelope: { type: 'LOG_INNLAGT', genDate: 'i går' }
  })
})

test('a head that names no sender gives no envelope, since nobody can be answered', () => {
  const head = info.replace(party('Sender', '59'), '<Sender></Sender>')
  expect(read(msgHead(head, logistikk(status + admitted)))).not.toHaveProperty('envelope')
})

test('an empty organisation is valid by the schema, and an addressee without names', () => {
  const head = info.replace(party('Sender', '59'), '<Sender><Organisation/></Sender>')
  const decoded = read(msgHead(head, logistikk(status + admitted)))
  expect(decoded).toMatchObject({ melding: { envelope: { sender: { organisation: { name: '', idents: [] } } } } })
})

test('a payload of an unknown version is T10, and the envelope is there for the answer', () => {
  const decoded = read(msgHead(info, logistikk(status + admitted, '2031-01-01')))
  expect(decoded).toMatchObject({ type: 'unreadable', code: 'T10', envelope: { type: 'LOG_INNLAGT' } })
})

test.each(['<Henvisning xmlns="urn:x"/>', '<MsgHead/>', '<AppRec xmlns="urn:x"/>'])('%s is T10', (xml) => {
  expect(read(xml)).toMatchObject({ type: 'unreadable', code: 'T10' })
})

test('a MsgHead without a payload is T02', () => {
  expect(read(msgHead(info, ''))).toMatchObject({ type: 'unreadable', code: 'T02', envelope: { type: 'LOG_INNLAGT' } })
})

test('an unknown code is no reason to refuse', () => {
  const odd = msgHead(info.replace('LOG_INNLAGT', 'LOG_ODD'), logistikk(status.replace('"N"', '"Q"') + admitted))
  expect(read(odd.replace('<MsgType V="XML"/>', '<MsgType V="ODD"/>'))).toMatchObject({ type: 'melding' })
})

test('base64 that is none is T02', () => {
  const base64 = '<Base64Container xmlns="http://www.kith.no/xmlstds/base64container">å</Base64Container>'
  const attachment = `<Document><RefDoc><MsgType V="A"/><Content>${base64}</Content></RefDoc></Document></MsgHead>`
  const xml = msgHead(info, logistikk(status + admitted)).replace('</MsgHead>', attachment)
  expect(read(xml)).toMatchObject({ type: 'unreadable', code: 'T02' })
})

test('an AppRec of which the status is no code of list 8258 is T02', () => {
  expect(read('<AppRec xmlns="http://www.kith.no/xmlstds/apprec/2012-02-15"/>')).toMatchObject({ code: 'T02' })
})

test('the status of the sending is known before the content is decoded', () => {
  const decoded = read(msgHead(info, logistikk(status)), { checksPayload: false })
  if (decoded.type !== 'melding') return expect.fail('a melding')
  expect(forsendelsesstatusOf(decoded.melding.payload)).toBe('N')
  return expect(faultsOf(decoded.melding.payload)).toMatchObject([
    { expected: expect.stringContaining('exactly one of') as unknown }
  ])
})

test('content is given as the format that is asked for, or not at all', () => {
  const decoded = read(msgHead(info, logistikk(status + admitted)))
  if (decoded.type !== 'melding') return expect.fail('a melding')
  const { payload } = decoded.melding
  const content = contentOf(payload, 'Pasientlogistikk')
  expect(content.type === 'content' && content.content.MeldingInnlagtPasient?.TidsfestetHendelse.Anslag).toBe('false')
  return expect(contentOf(payload, 'Konsultasjon')).toMatchObject({ faults: [{ expected: 'Konsultasjon' }] })
})
