/** What a receiver answers, by HITS 1168. */
import { expect, test } from 'vitest'
import type { Decoded } from '../decode.ts'
import type { Envelope } from '../melding.ts'
import { type JudgeOptions, judge, type Receiver } from './judge.ts'
import { address, envelope, meldingWith, receiver } from './rules.examples.ts'

/** OK, a code, or why there is no answer. */
function answer(changes: Partial<Envelope>, at: Partial<Receiver> = {}, options: JudgeOptions = {}): string {
  return inWords({ type: 'melding', melding: meldingWith(changes) }, at, options)
}

function inWords(decoded: Decoded, at: Partial<Receiver> = {}, options: JudgeOptions = {}): string {
  const judgement = judge(decoded, { ...receiver, ...at }, options)
  if (judgement.answer === 'ok') return 'ok'
  return judgement.answer === 'none' ? judgement.why : judgement.refusal.errors.map(({ code }) => code).join()
}

const unidentified = { familyName: 'Agurk', givenName: 'Blid', idents: [] }

test('a good melding is taken', () => {
  expect(answer({})).toBe('ok')
})
test('a MsgId that is no UUID is E10', () => {
  expect(answer({ msgId: '8f092g54' })).toBe('E10')
})
test('a patient of whom the name alone is known is E36', () => {
  expect(answer({ patient: unidentified })).toBe('E36')
})
test('a care melding without a patient is E36', () => {
  const { patient: _patient, ...rest } = envelope
  const decoded = { type: 'melding', melding: { ...meldingWith({}), envelope: rest } } as const
  expect(inWords(decoded)).toBe('E36')
})
test('feedback on a fault needs no patient', () => {
  const { patient: _patient, ...rest } = envelope
  const melding = { ...meldingWith({}), envelope: { ...rest, type: 'DIALOG_AVVIK' } }
  expect(inWords({ type: 'melding', melding })).toBe('ok')
})
test.each([
  ['Henvisning 2.0', { ReqServ: { Priority: { V: '0' } } }, 'ok'],
  ['Henvisning 1.1', { ServReq: { ReqServ: { Priority: { V: '0' } } } }, 'ok'],
  ['a referral that can wait', { ReqServ: { Priority: { V: '3' } } }, 'E36']
])('øyeblikkelig hjelp is taken however poorly the patient is known: %s', (_name, content, expected) => {
  const melding = meldingWith({ type: 'HENVISNING_NYTILSTAND', patient: unidentified })
  const payload = { format: 'Henvisning', version: '2.0', content }
  expect(inWords({ type: 'melding', melding: { ...melding, payload } })).toBe(expected)
})
test('an epikrise for somebody without a journal here is E35', () => {
  expect(answer({ type: 'EPIKRISE' }, { hasJournal: () => false })).toBe('E35')
})
test('a care melding for somebody without a journal here is taken', () => {
  expect(answer({}, { hasJournal: () => false })).toBe('ok')
})
test('an epikrise is taken where nobody keeps count of journals', () => {
  expect(answer({ type: 'EPIKRISE' })).toBe('ok')
})
test('a service that the organisation has not registered is taken, as the customer has not chosen otherwise', () => {
  expect(answer({ receiver: address('200', '299'), copies: [] })).toBe('ok')
})
test('a service that the organisation has not registered is E21 where the customer has chosen it', () => {
  expect(answer({ receiver: address('200', '299'), copies: [] }, {}, { refusesUnknownService: true })).toBe('E21')
})
test('what is for another service of the organisation is left to it', () => {
  expect(answer({ receiver: address('200', '202'), copies: [] })).toBe('other-service')
})
test('what is for another organisation is never answered', () => {
  expect(answer({ receiver: address('400', '401'), copies: [] })).toBe('other-organisation')
})
test('a copy receiver answers', () => {
  expect(answer({}, { herId: '301', organisationIds: ['300'] })).toBe('ok')
})
test('an organisation number is known whether its digits are grouped or not', () => {
  const grouped = { ...address('974 793 539', '299') }
  expect(answer({ receiver: grouped, copies: [] }, { organisationIds: ['974793539'] })).toBe('ok')
})
test('a sender who cannot be made out is never answered', () => {
  const nobody = { organisation: { name: '', idents: [{ id: '', kind: 'HER' }] } }
  expect(answer({ sender: nobody, msgId: 'x' })).toBe('sender-unreadable')
})
test('the same MsgId again is not answered again', () => {
  expect(answer({}, { hasSeen: (msgId) => msgId === envelope.msgId })).toBe('duplicate')
})
test.each([
  ['DIALOG_HELSEFAGLIG', 'application/pdf', 'ok'],
  ['DIALOG_HELSEFAGLIG', 'application/zip', 'T99'],
  ['UTSKRIVNINGSRAPPORT', 'application/zip', 'ok']
])('a %s with an attachment of type %s is answered %s', (type, mimeType, expected) => {
  const melding = { ...meldingWith({ type }), attachments: [{ mimeType, base64: '' }] }
  expect(inWords({ type: 'melding', melding })).toBe(expected)
})
test('several faults are answered with the first of the rules', () => {
  expect(answer({ msgId: 'x', patient: unidentified })).toBe('E10')
})
test('an unknown code is no reason to refuse', () => {
  const copies = [{ ...address('300', '301'), role: 'UKJENT' }]
  expect(answer({ copies, patient: { ...unidentified, dateOfBirth: '1945-05-17', sex: '7' } })).toBe('ok')
})
test.each(['T02', 'T10'] as const)(
  'what breaks the schema or is not supported is %s when the sender can be read',
  (code) => {
    expect(inWords({ type: 'unreadable', code, faults: [], envelope })).toBe(code)
  }
)
test('what breaks the schema is not answered where the customer has chosen so', () => {
  const decoded = { type: 'unreadable', code: 'T02', faults: [], envelope } as const
  expect(inWords(decoded, {}, { refusesFormat: false })).toBe('format')
})
test('what breaks the schema so that no sender can be read is not answered', () => {
  expect(inWords({ type: 'unreadable', code: 'T02', faults: [] })).toBe('sender-unreadable')
})
test('a receipt is never answered by a receipt', () => {
  const original = { type: 'LOG_INNLAGT', genDate: envelope.genDate, id: envelope.msgId }
  const appRec = { version: '1.1', id: 'x', genDate: envelope.genDate, role: 'PRIM', status: '1', errors: [] } as const
  const { sender, receiver: to } = envelope
  expect(inWords({ type: 'appRec', appRec: { ...appRec, sender: to, receiver: sender, original } })).toBe('app-rec')
})
