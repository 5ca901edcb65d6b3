/** What stands of a conversation, whichever order its meldinger came in (HISD 1154, acceptance criterion 22). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCancelled, type Turn, validTurn, withTurn } from './conversation.ts'

const turn = (
  msgId: string,
  status: Turn['status'],
  at: number,
  parent?: string,
  type = 'INNLEGGELSESRAPPORT'
): Turn => ({
  msgId,
  type,
  status,
  at,
  ...(parent !== undefined && { parent })
})
const original = turn('a', 'N', 1)
const change = turn('b', 'M', 2, 'a')
const cancellation = turn('c', 'C', 3, 'b')
const validAfter = (...turns: Turn[]) =>
  validTurn(turns.reduce(withTurn, [] as readonly Turn[]), 'INNLEGGELSESRAPPORT')?.msgId

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
test('the same melding again changes nothing', () => {
  expect(withTurn([original], original)).toEqual([original])
})
test('any order of coming leads to the same', () => {
  const turns = fc
    .uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom('N', 'M', 'C'), fc.integer({ min: 0, max: 6 })),
      {
        selector: ([at]) => at
      }
    )
    .map((drawn) => drawn.map(([at, status, parent]) => turn(`m${at}`, status, at, `m${parent}`)))
  const orders = turns.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(orders, ([one, other]) => {
      expect(validAfter(...other)).toBe(validAfter(...one))
    }),
    { seed: 1 }
  )
})
