/** Which document is the payload, and what becomes of the others. */
import { expect, test } from 'vitest'
import { readXml } from '../xml/reader.ts'
import { decode } from '../xml/schema-decode.ts'
import { attachmentsOf, payloadRootOf } from './document.ts'
import type { MsgHead as Value } from './schema.ts'
import { Document, MsgHead } from './schema.ts'
import type { Infer } from '../xml/schema.ts'

const document = (refDoc: string): Infer<typeof Document> => {
  const xml = `<Document xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24"><RefDoc><MsgType V="A"/>${refDoc}</RefDoc></Document>`
  const root = readXml(Buffer.from(xml))
  const outcome = 'type' in root ? undefined : decode(Document, root)
  if (outcome?.type !== 'value') throw new Error('a document was expected')
  return outcome.value
}
const head = (...refDocs: readonly string[]): Pick<Value, 'Document'> => ({ Document: refDocs.map(document) })
const base64 = (text: string) =>
  `<Content><Base64Container xmlns="http://www.kith.no/xmlstds/base64container">${text}</Base64Container></Content>`

test('the payload is the first content that is no base64, wherever it stands', () => {
  expect(
    payloadRootOf(head(base64('QUJD'), '<Content><b xmlns="urn:b"/></Content>', '<Content><c/></Content>'))?.name
  ).toBe('b')
})

test('a second XML document is an attachment, as base64 of its text', () => {
  const { attachments } = attachmentsOf(
    head('<Content><a/></Content>', '<MimeType>text/xml</MimeType><Content><b xmlns="urn:b">æ</b></Content>')
  )
  expect(attachments).toEqual([
    { mimeType: 'text/xml', base64: Buffer.from('<b xmlns="urn:b">æ</b>').toString('base64') }
  ])
})

test('an attachment keeps its type, its description and its base64 as it came', () => {
  const about = '<MimeType>image/png</MimeType><Description>Sår</Description>'
  const { attachments, faults } = attachmentsOf(head('<Content><a/></Content>', about + base64('QU\nJD')))
  expect(attachments).toEqual([{ mimeType: 'image/png', description: 'Sår', base64: 'QU\nJD' }])
  expect(faults).toEqual([])
})

test.each([
  ['QQ==', 0],
  ['QUI=', 0],
  ['QR==', 1],
  ['QUJ=', 1]
])('base64 that ends in %s has %i faults, since its last letter holds whole bytes only', (data, count) => {
  expect(attachmentsOf(head('<Content><a/></Content>', base64(data))).faults).toHaveLength(count)
})

test('text or attributes on Content are faults, since it holds elements only', () => {
  expect(() => document('<Content>tekst</Content>')).toThrow('a document was expected')
  expect(() => document('<Content a="b"><c/></Content>')).toThrow('a document was expected')
})

test('a signature is kept as it came', () => {
  const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#" Id="s"><SignedInfo/></Signature>'
  const root = readXml(
    Buffer.from(`<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24">${signature}</MsgHead>`)
  )
  const outcome = 'type' in root ? undefined : decode(MsgHead, root)
  expect(outcome?.type === 'faults' && outcome.partial.Signature).toMatchObject({ attributes: { Id: 's' } })
})
