/** What validate says of good and bad files. */
import { encodeMelding } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { exampleOf } from '../example/example-of.ts'
import { readMelding } from '../send/read-melding.ts'
import { type Finding, isGood } from './finding.ts'
import { judgeFile } from './judge-file.ts'

const msgId = '6f0f1e0a-8a0e-4a3e-9d7b-0f5a2f9a1c3e'
const melding = exampleOf({ type: 'LOG_INNLAGT', year: 2019, seed: '1', msgId, now: 0 })
const good = melding ? encodeMelding(melding) : ''
const judgeText = (text: string) => judgeFile('a.xml', Buffer.from(text))
const checksIn = (findings: readonly Finding[]) => findings.map(({ check }) => check)

test('a melding of the landscape is good, and a receiver answers OK', () => {
  const judged = judgeText(good)
  expect(judged).toMatchObject({ type: 'LOG_INNLAGT', format: 'Pasientlogistikk 1.6', findings: [], roles: ['PRIM'] })
  expect([judged.answer, isGood(judged)]).toEqual([{ answer: 'ok' }, true])
})

test('what is not well-formed behind its head is answered T01', () => {
  const judged = judgeText(good.slice(0, -5))
  expect(checksIn(judged.findings)).toEqual(['gate'])
  expect([judged.type, judged.answer]).toEqual([
    'LOG_INNLAGT',
    expect.objectContaining({ answer: 'refuse', code: 'T01', source: 'HITS 1168 §6.2; AMQP 2.2.3' })
  ])
})

test('what is not well-formed in its head gets no AppRec', () => {
  const judged = judgeText(good.replace('</Organisation>', ''))
  expect(checksIn(judged.findings)).toEqual(['gate'])
  expect(judged.answer).toMatchObject({ answer: 'none', why: 'transport:not-well-formed-xml to the sender' })
})

test('a MsgId that is no UUID is answered E10', () => {
  const judged = judgeText(good.replace(msgId, 'x'))
  expect(checksIn(judged.findings)).toEqual(['ids'])
  expect(judged.answer).toMatchObject({ answer: 'refuse', code: 'E10', source: 'HITS 1168 §6.2' })
})

test('a patient without a number is known by name, birth date and sex; without the birth date too it is E36', () => {
  const ident = /(<Patient>.*?)<Ident>.*?<\/Ident>(<\/Patient>)/
  const withoutIdent = good.replace(ident, '$1$2')
  const withoutBoth = withoutIdent.replace(/<DateOfBirth>[^<]*<\/DateOfBirth>/, '')
  expect(new Set([good.length, withoutIdent.length, withoutBoth.length]).size).toBe(3)
  expect(judgeText(withoutIdent).answer).toEqual({ answer: 'ok' })
  expect(judgeText(withoutBoth).answer).toMatchObject({ answer: 'refuse', code: 'E36', source: 'HITS 1168 §6.2' })
})

test('a patient who could be real is a fault, and what send says of it is said here', () => {
  // The month is lowered by 80, and the check digits no longer hold.
  const real = good.replace(
    /<Id>(\d\d)(\d)(\d{8})<\/Id>/,
    (_, day, month, rest) => `<Id>${day}${month - 8}${rest}</Id>`
  )
  const judged = judgeText(real)
  expect([isGood(judged), judged.unsendable]).toEqual([
    false,
    { reason: 'Budstikka tar bare imot syntetiske personer', source: 'Budstikka (eget valg)' }
  ])
})

test.each([
  ['a good melding', (text: string) => text],
  ['one that is not well-formed', (text: string) => text.replace('</Organisation>', '')],
  ['one with a fault in its payload', (text: string) => text.replace(/<[a-z0-9]*:?Forsendelsesstatus [^>]*>/, '')],
  ['one without a MsgHead', () => '<Message/>'],
  ['a receiver that is nobody', (text: string) => text.replace(/<Receiver>.*?<\/Receiver>/, '<Receiver/>')]
])('validate and send say the same of %s', (_, change) => {
  const text = change(good)
  expect(judgeText(text).unsendable !== undefined).toBe(readMelding(Buffer.from(text)).type === 'problem')
})

test('only who has a copy owes an AppRec of it, not the receiver of an earlier melding', () => {
  const copyAs = (role: string) =>
    good.replace(/<Receiver>(.*?)<\/Receiver>/, (receiver, address: string) => {
      return `${receiver}<OtherReceiver><RoleReceiver V="${role}" DN="-"/>${address}</OtherReceiver>`
    })
  expect(['COP', 'FR', 'OR'].map((role) => judgeText(copyAs(role)).roles)).toEqual([
    ['PRIM', 'COP'],
    ['PRIM'],
    ['PRIM']
  ])
})

test('a field that is missing is answered T02', () => {
  const judged = judgeText(good.replace(/<[a-z0-9]*:?Forsendelsesstatus [^>]*>/, ''))
  expect(judged.answer).toMatchObject({ answer: 'refuse', code: 'T02' })
})

test('a format that is not supported is answered T10', () => {
  const judged = judgeText(good.replaceAll('Pasientlogistikk', 'Ukjentlogistikk'))
  expect(judged.answer).toMatchObject({ answer: 'refuse', code: 'T10' })
})

test('an unknown kind of identifier is a fault, but no reason to refuse', () => {
  const judged = judgeText(good.replace('V="ENH"', 'V="QQQ"'))
  expect(checksIn(judged.findings)).toEqual(['codes'])
  expect([judged.answer.answer, isGood(judged)]).toEqual(['ok', false])
})

test('a wrong organisation number is found', () => {
  const judged = judgeText(good.replace(/<Id>(\d{9})<\/Id><TypeId V="ENH"/, '<Id>123456789</Id><TypeId V="ENH"'))
  expect(judged.findings).toMatchObject([{ check: 'ids', source: 'Enhetsregisteret' }])
})

test('a sender without a HER-id at level 2 is found', () => {
  const service = /(<Sender>.*?<Organisation>.*?<Organisation>.*?)<Id>\d+<\/Id>/
  const judged = judgeText(good.replace(service, '$1<Id>12*</Id>'))
  expect(judged.findings).toMatchObject([{ check: 'address', source: 'AD2.2' }])
})

test('no finding says a person number', () => {
  const number = /<Id>(\d{11})<\/Id>/.exec(good)?.[1] ?? ''
  const judged = judgeText(good.replace(number, `${number.slice(0, 10)}x`))
  expect(judged.findings.length).toBeGreaterThan(0)
  expect(JSON.stringify(judged)).not.toContain(number.slice(0, 10))
})
