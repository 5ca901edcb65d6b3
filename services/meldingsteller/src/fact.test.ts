/** What subjects and headers say. */
import { headerNames } from '@budstikka/service'
import { expect, test } from 'vitest'
import { arrived, deadLetter, hospital, municipality, noon, receipt, sending, storedAt } from './examples.ts'
import { factsOf } from './fact.ts'

const factsIn = (message: ReturnType<typeof sending>) => arrived([message]).flatMap(factsOf)

test('a sending is read from its subject, its transport id and two headers', () => {
  expect(factsIn(sending({ msgId: 'a.b', attempt: 2 }))).toEqual([
    {
      type: 'sending',
      msgId: 'a.b',
      from: hospital,
      to: municipality,
      meldingType: 'LOG_INNLAGT',
      attempt: '2',
      at: noon,
      storedAt: storedAt(1),
      isSpoofed: false
    }
  ])
})

test('a receipt goes from receiver to sender, and is read as said of their melding', () => {
  expect(factsIn(receipt({ msgId: 'm1' }))).toMatchObject([
    { msgId: 'm1', from: hospital, to: municipality, role: 'PRIM' }
  ])
})

test('a sending whose transport id names another sender is spoofed', () => {
  const message = { ...sending({ msgId: 'm1' }), id: `m1.666.${municipality}.0` }
  expect(factsIn(message)).toMatchObject([{ type: 'sending', isSpoofed: true }])
})

test('a dead letter is said of the melding in its headers', () => {
  expect(factsIn(deadLetter(sending({ msgId: 'm1' }), 'why'))).toMatchObject([
    { type: 'dead', msgId: 'm1', from: hospital, to: municipality, service: 'pleie-omsorg', reason: 'why' }
  ])
})

test('a receipt without the MsgId of its original cannot be counted by', () => {
  const { [headerNames.refToParent]: _, ...headers } = receipt({ msgId: 'm1' }).headers
  expect(factsIn({ ...receipt({ msgId: 'm1' }), headers })).toEqual([{ type: 'unreadable' }])
})

test('a MsgId of more than 200 letters cannot be counted by', () => {
  expect(factsIn(sending({ msgId: 'x'.repeat(201) }))).toEqual([{ type: 'unreadable' }])
})

test('a time that is no number is no time', () => {
  const message = sending({ msgId: 'm1' })
  expect(factsIn({ ...message, headers: { ...message.headers, [headerNames.time]: 'soon' } })).toMatchObject([
    { at: 0 }
  ])
})
