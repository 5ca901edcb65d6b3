/** When the books may be closed. */
import type { TellerBooks } from '@budstikka/landscape'
import { expect, test } from 'vitest'
import { isClosed } from './close-books.ts'
import { isAnsweredBefore, sightOf } from './sight.ts'

const status = {
  meldinger: 10,
  bytes: 100,
  digest: '0'.repeat(32),
  waiting: 0,
  overdue: 0,
  outbox: 0,
  clock: 50,
  parties: 9
}
const books: TellerBooks = {
  sent: 10,
  delivered: 9,
  rejected: 1,
  dead: 0,
  inFlight: 0,
  lost: 0,
  duplicated: 0,
  unique: 10,
  receipts: { ok: 9, rejected: 1, missing: 0 },
  unmatched: 0,
  spoofed: 0,
  unreadable: 0,
  deadLetters: {},
  positions: { MELDINGER: 20, DEAD: 0 },
  latest: 0
}
const sight = sightOf([status, status])

test('the books close when all that is sent is counted and answered', () => {
  expect(isClosed({ sight, books }, 50)).toBe(true)
})

test('the books stay open while a sender has not heard all that was told, since it has more to send', () => {
  expect(isClosed({ sight: sightOf([status, { ...status, clock: 49 }]), books }, 50)).toBe(false)
})

test('the books stay open while something that was sent is not counted', () => {
  expect(isClosed({ sight: sightOf([status, { ...status, meldinger: 11 }]), books }, 50)).toBe(false)
})

test('the books stay open while a sender has not heard its receipt, since it may send again', () => {
  expect(isClosed({ sight: sightOf([{ ...status, waiting: 1 }, status]), books }, 50)).toBe(false)
})

test('a dead melding is waited for by nobody', () => {
  const withDead = { ...books, sent: 11, dead: 1 }
  expect(isClosed({ sight: sightOf([{ ...status, waiting: 1, meldinger: 11 }, status]), books: withDead }, 50)).toBe(
    true
  )
})

test('all is answered before a time when the slowest has heard it and waits for nothing older', () => {
  const seen = sightOf([status, { ...status, clock: 40, oldestWaiting: 45 }])
  expect([isAnsweredBefore(seen, 40), isAnsweredBefore(seen, 41)]).toEqual([true, false])
})
