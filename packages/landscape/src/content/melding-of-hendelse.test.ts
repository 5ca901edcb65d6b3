/** How a happening becomes a melding: addressed by service, referring to what came before. */
import { herIdOf, isIdentified } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { at, hendelseOf, hospital, sykehjemslege, sykepleietjeneste, world } from './content.examples.ts'
import { meldingOf, poorMeldingOf } from './melding-of-hendelse.ts'
import { msgIdOf } from './occasion.ts'
import { sendingsOf } from './sendings-of.ts'

const admission = hendelseOf({ meldingType: 'LOG_INNLAGT', id: 'innlagt' })
const { envelope } = meldingOf(admission, world)

test('sender and receiver stand with HER-ids and names on both levels', () => {
  expect([herIdOf(envelope.sender), herIdOf(envelope.receiver)]).toEqual([hospital, sykepleietjeneste])
  for (const { organisation, service } of [envelope.sender, envelope.receiver])
    for (const level of [organisation, service])
      expect([level?.name, level?.idents.some(({ kind }) => kind === 'HER')]).toEqual([
        expect.stringMatching(/./),
        true
      ])
})

test('GenDate is Norwegian clock time with its offset', () => {
  expect(envelope.genDate).toBe('2021-07-01T12:00:00+02:00')
})

test('the first melding of a conversation refers to nothing', () => {
  expect(envelope.conversation).toBeUndefined()
})

test('a later melding refers to the first and to the one before', () => {
  const changes = { first: 'innlagt', firstAt: at, previous: 'varsel', previousAt: at + 60_000 }
  const { conversation } = meldingOf(hendelseOf({ meldingType: 'LOG_UTSKREVET', ...changes }), world).envelope
  expect(conversation).toEqual({ refToConversation: envelope.msgId, refToParent: msgIdOf(at + 60_000, 'varsel') })
})

test('copy receivers stand as such', () => {
  const { copies } = meldingOf({ ...admission, copies: [sykehjemslege] }, world).envelope
  expect(copies.map((copy) => [copy.role, herIdOf(copy)])).toEqual([['COP', sykehjemslege]])
})

test('a patient who cannot be identified has a name alone, and the corrected melding has the MsgId that others refer to', () => {
  const poor = poorMeldingOf(admission, world).envelope
  expect([isIdentified(poor.patient), isIdentified(envelope.patient)]).toEqual([false, true])
  expect(poor.msgId).not.toBe(msgIdOf(at, 'innlagt'))
  expect(meldingOf(admission, world, at + 5000).envelope.msgId).toBe(msgIdOf(at, 'innlagt'))
})

test('a melding that is sent twice is the same, at another attempt', () => {
  const [once, again] = sendingsOf({ ...admission, variant: 'resend' }, world)
  expect([once?.attempt, again?.attempt, again?.melding]).toEqual([0, 1, once?.melding])
})

test('a party that the register does not have is an error of ours', () => {
  expect(() => meldingOf({ ...admission, counterpart: '1' }, world)).toThrow(
    'expected HER-id 1 in the register, got none'
  )
})
