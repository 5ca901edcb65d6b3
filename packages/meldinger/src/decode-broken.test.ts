/** Who can be told that a melding is not well-formed, and who cannot. */
import { expect, test } from 'vitest'
import { decodeBroken } from './decode-broken.ts'
import { encodeMelding } from './encode.ts'
import { contentExamples } from './encode-examples.ts'
import { envelope } from './rules/rules.examples.ts'
import { isNotWellFormed } from './xml/not-well-formed.ts'
import { readXml } from './xml/reader.ts'

const whole = encodeMelding({ envelope, payload: contentExamples.LOG_INNLAGT, attachments: [] })

function brokenBy(change: (text: string) => string) {
  const bytes = Buffer.from(change(whole))
  const root = readXml(bytes)
  if (!isNotWellFormed(root)) throw new Error('expected a document that is not well-formed')
  return decodeBroken(bytes, root)
}

test('behind a whole head the sender is read, and the answer is T01', () => {
  expect(brokenBy((text) => text.slice(0, -20))).toMatchObject({
    code: 'T01',
    envelope: { msgId: envelope.msgId }
  })
})

test.each([
  ['a head that is cut', (text: string) => text.slice(0, text.indexOf('</Sender>'))],
  ['a head that is broken', (text: string) => text.replace('</Sender>', '')],
  ['a head with an entity of its own', (text: string) => text.replace(/<MsgId>[^<]*/, '<MsgId>&lol;')],
  ['no MsgHead', () => '<Message>'],
  ['no sender', (text: string) => text.replace(/<Sender>.*<\/Sender>/, '').slice(0, -5)],
  ['no text', () => '\u0000']
])('with %s nobody can be answered', (_, change) => {
  expect(brokenBy(change)).toBeUndefined()
})

test('another encoding than UTF-8 says nothing', () => {
  const bytes = Buffer.from(whole.slice(0, -20), 'utf16le')
  expect(decodeBroken(bytes, { type: 'not-well-formed', reason: '', position: 0 })).toBeUndefined()
})

test('what is filled with tags takes no longer than its length', () => {
  const bytes = Buffer.from(`<MsgHead >${'<MsgInfo >'.repeat(200_000)}`)
  const startedAt = performance.now()
  expect(decodeBroken(bytes, { type: 'not-well-formed', reason: '', position: 0 })).toBeUndefined()
  expect(performance.now() - startedAt).toBeLessThan(500)
})
