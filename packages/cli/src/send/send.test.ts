/** What may be sent, to whom, and how its end is told. */
import { addressOf, encodeMelding, type Party, Party as PartySchema } from '@budstikka/meldinger'
import { pageEntries, registerBucket } from '@budstikka/service'
import { memoryExchange } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { exampleOf } from '../example/example-of.ts'
import { findParties } from './find-parties.ts'
import { readMelding } from './read-melding.ts'

const msgId = '6f0f1e0a-8a0e-4a3e-9d7b-0f5a2f9a1c3e'
const example = exampleOf({ type: 'LOG_INNLAGT', year: 2019, seed: '1', msgId, now: 0 })
const xml = example ? encodeMelding(example) : ''
const read = (text: string) => readMelding(Buffer.from(text))

test('a good melding may be sent', () => {
  expect(read(xml)).toMatchObject({ type: 'melding', envelope: { msgId } })
})

test('a melding that a receiver will refuse may be sent, and is known for it', () => {
  const faulty = read(xml.replace(/<[a-z0-9]*:?Forsendelsesstatus [^>]*>/, ''))
  expect(faulty).toMatchObject({ type: 'melding', unreadable: { code: 'T02' } })
})

test('what is not well-formed is not sent, and is told at which byte', () => {
  expect(read(xml.slice(0, -5))).toMatchObject({
    type: 'problem',
    reason: expect.stringMatching(/^not well-formed at byte \d+/)
  })
})

test('a patient who could be real is not sent', () => {
  // The month is lowered by 80, and the check digits no longer hold.
  const real = xml.replace(/<Id>(\d\d)(\d)(\d{8})<\/Id>/, (_, day, month, rest) => `<Id>${day}${month - 8}${rest}</Id>`)
  expect(read(real)).toEqual({
    type: 'problem',
    reason: 'Budstikka tar bare imot syntetiske personer',
    source: 'Budstikka (eget valg)'
  })
})

test('a receiver without a HER-id at level 2 is not sent to', () => {
  const unnamed = xml.replace(/(<Receiver>.*?<Organisation>.*?<Organisation>.*?)<Id>\d+<\/Id>/, '$1<Id>12*</Id>')
  expect(read(unnamed)).toMatchObject({
    type: 'problem',
    reason: expect.stringContaining('the receiver to have a HER-id'),
    source: 'AD2.2'
  })
})

const party = (herId: string, more: object = {}): Party =>
  PartySchema.parse({
    herId,
    name: `Tjeneste ${herId}`,
    tjeneste: '8663-KP02',
    active: true,
    ...more,
    organisation: { herId: '9', name: 'En kommune', organisationNumber: '300000363', businessType: '102' }
  })

async function findAmong(parties: readonly Party[], from: string, to: string) {
  await using bus = memoryExchange().connect('test')
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll(pageEntries(parties))
  const envelope = { type: 'X', msgId, genDate: '', sender: addressOf(party(from)), receiver: addressOf(party(to)) }
  return await findParties(bus, { ...envelope, copies: [{ ...addressOf(party(to)), role: 'COP' }] })
}

test('sender and receiver are found in the register, and nobody is sent to twice', async () => {
  const { sender, receivers } = await findAmong([party('1'), party('2')], '1', '2')
  expect([sender.herId, receivers.map(({ herId }) => herId)]).toEqual(['1', ['2']])
})

test('a receiver that is not in the register is named', async () => {
  await expect(findAmong([party('1')], '1', '2')).rejects.toThrow('the receiver 2 is not in the register')
})

test('a receiver that has moved is told with where it is now', async () => {
  const moved = party('2', { movedTo: '3' })
  await expect(findAmong([party('1'), moved], '1', '2')).rejects.toThrow('the receiver 2 has moved to 3')
})

test('nothing is sent from a party that is closed', async () => {
  await expect(findAmong([party('1', { active: false }), party('2')], '1', '2')).rejects.toThrow(
    'the sender 1 is closed'
  )
})
