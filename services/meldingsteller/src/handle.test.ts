/** What a leg becomes by one more fact, and what it adds to the books. */
import { expect, test } from 'vitest'
import { arrived, deadLetter, hospital, municipality, noon, receipt, sending } from './examples.ts'
import { factsOf } from './fact.ts'
import { count } from './handle.ts'
import { receiptDelaySeconds, shareOf } from './share.ts'
import { type Leg, statusOf } from './state.ts'

type Message = ReturnType<typeof sending>

function legAfter(...messages: readonly Message[]): Leg | undefined {
  const facts = arrived(messages).flatMap(factsOf)
  return facts.reduce<Leg | undefined>((leg, fact) => (fact.type === 'unreadable' ? leg : count(leg, fact)), undefined)
}

const shareAfter = (...messages: readonly Message[]) =>
  Object.fromEntries(Object.entries(shareOf(legAfter(...messages))).filter(([, value]) => value !== 0))

const first = sending({ msgId: 'm1' })
const resend = sending({ msgId: 'm1', attempt: 1 })

test('a sending without a receipt is in flight', () => {
  expect(shareAfter(first)).toEqual({ sent: 1, unique: 1, inFlight: 1 })
})

test('the same sending published twice counts once', () => {
  expect(shareAfter(first, first)).toEqual({ sent: 1, unique: 1, inFlight: 1 })
})

test('a resend is a sending of its own, and the same melding', () => {
  expect(shareAfter(first, resend)).toEqual({ sent: 2, unique: 1, inFlight: 2 })
})

test('a resend of an answered melding has the outcome of its melding', () => {
  expect(shareAfter(first, receipt({ msgId: 'm1' }), resend)).toEqual({
    sent: 2,
    unique: 1,
    delivered: 2,
    receiptsOk: 1
  })
})

test('a receipt with status 2 rejects', () => {
  expect(shareAfter(first, receipt({ msgId: 'm1', status: '2' }))).toEqual({
    sent: 1,
    unique: 1,
    rejected: 1,
    receiptsRejected: 1
  })
})

test('a receipt with status 3 delivers', () => {
  expect(shareAfter(first, receipt({ msgId: 'm1', status: '3' }))).toMatchObject({ delivered: 1, receiptsPartlyOk: 1 })
})

test('a receipt that is sent again is no second receipt', () => {
  expect(shareAfter(first, receipt({ msgId: 'm1' }), receipt({ msgId: 'm1' }))).not.toHaveProperty('duplicated')
})

test('a second receipt is a duplicate, and the first one holds', () => {
  const second = receipt({ msgId: 'm1', id: 'another', status: '2' })
  expect(shareAfter(first, receipt({ msgId: 'm1' }), second, second)).toEqual({
    sent: 1,
    unique: 1,
    delivered: 1,
    duplicated: 1,
    receiptsOk: 1
  })
})

test('a receiver that is both primary and copy answers once in each role', () => {
  const asCopy = receipt({ msgId: 'm1', id: 'another', role: 'COP' })
  expect(shareAfter(first, receipt({ msgId: 'm1' }), asCopy)).not.toHaveProperty('duplicated')
})

test('a dead letter ends what is in flight', () => {
  expect(shareAfter(first, deadLetter(first))).toEqual({ sent: 1, unique: 1, dead: 1 })
})

test('a melding for nobody was sent and is dead, by its letter alone', () => {
  const unsent = { ...first, subject: first.subject.replace('8663-KP02', 'ukjent') }
  expect(shareAfter(deadLetter(unsent, 'party-unknown'))).toEqual({ sent: 1, unique: 1, dead: 1 })
})

test('a receipt for what was never seen is told apart', () => {
  expect(shareAfter(receipt({ msgId: 'm1' }))).toEqual({ unmatched: 1 })
})

test('the receipt delay is simulated time from melding to receipt', () => {
  const leg = legAfter(first, receipt({ msgId: 'm1', at: noon + 90_000 }))
  expect(leg && receiptDelaySeconds(leg)).toBe(90)
})

test('in whatever order the facts come, the leg adds the same and accounts for every sending', () => {
  const facts = [first, resend, receipt({ msgId: 'm1' }), deadLetter(first)]
  const shares = permutations(facts).map((order) => shareAfter(...order))
  expect(shares).toHaveLength(24)
  for (const share of shares) expect(share).toEqual({ sent: 2, unique: 1, delivered: 2, receiptsOk: 1 })
})

test('a leg knows its sender and receiver also when its receipt came first', () => {
  const leg = legAfter(receipt({ msgId: 'm1' }))
  expect(leg && [leg.from, leg.to, statusOf(leg)]).toEqual([hospital, municipality, 'not seen'])
})

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]))
}
