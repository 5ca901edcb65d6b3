/** What stands of a conversation, whichever order its meldinger came in (HISD 1154, acceptance criterion 22). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCancelled, type Turn, type Turns, validTurns, withTurn } from './conversation.ts'

const turn = (
  msgId: string,
  status: Turn['status'],
  at: number,
  parent?: string,
  type = 'INNLEGGELSESRAPPORT'
): Turn => ({
  msgId,
  by: '59',
  type,
  status,
  at,
  ...(parent !== undefined && { parent })
})
const original = turn('a', 'N', 1)
const change = turn('b', 'M', 2, 'a')
const cancellation = turn('c', 'C', 3, 'b')
const none: Turns = []
const allValidAfter = (...turns: Turn[]) =>
  validTurns(turns.reduce(withTurn, none), 'INNLEGGELSESRAPPORT').map(({ msgId }) => msgId)
const validAfter = (...turns: Turn[]) => allValidAfter(...turns)[0]
const stranger = (sent: Turn): Turn => ({ ...sent, by: '60' })

test('a change replaces what it changes', () => {
  expect(validAfter(original, change)).toBe('b')
})
test('a cancellation hits all earlier meldinger of its type in the conversation', () => {
  expect(validAfter(original, change, cancellation)).toBeUndefined()
})
test('a cancellation that comes before what it cancels hides it', () => {
  expect(validAfter(turn('c', 'C', 1, 'a'), turn('a', 'N', 2))).toBeUndefined()
})
test('what is sent anew after a cancellation is valid', () => {
  expect(validAfter(original, cancellation, turn('d', 'N', 4, 'c'))).toBe('d')
})
test('a report is not cancelled by the cancellation of an admission', () => {
  expect(validAfter(original, turn('c', 'C', 3, 'a', 'LOG_INNLAGT'))).toBe('a')
})
test('a cancellation is not cancelled by itself', () => {
  expect(isCancelled([cancellation], cancellation)).toBe(false)
})
test.each([
  ['after', [original, stranger(cancellation)]],
  ['before', [stranger(cancellation), original]],
  ['before, naming it,', [stranger(turn('c', 'C', 0, 'a')), original]]
])('a cancellation of another sender that comes %s hides nothing', (_when, turns) => {
  expect(validAfter(...turns)).toBe('a')
})
test('a change of another sender replaces nothing', () => {
  expect(allValidAfter(original, stranger(change))).toEqual(['a', 'b'])
})
test('a MsgId that another sender has used is no repetition', () => {
  expect(allValidAfter(stranger(original), original)).toEqual(['a', 'a'])
})

test('the same melding again changes nothing', () => {
  expect(withTurn([original], original)).toEqual([original])
})
test('any order of coming leads to the same, and no sender hides what another sent', () => {
  const turns = fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('N', 'M', 'C'),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('59', '60')
      ),
      {
        selector: ([at]) => at
      }
    )
    .map((drawn) => drawn.map(([at, status, parent, by]) => ({ ...turn(`m${at}`, status, at, `m${parent}`), by })))
  const orders = turns.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(orders, ([one, other]) => {
      const alone = ['59', '60'].flatMap((sender) => allValidAfter(...one.filter(({ by }) => by === sender)))
      expect(allValidAfter(...other)).toEqual(alone.toSorted())
    }),
    { seed: 1 }
  )
})
