/** What may happen to a prescription, in the words of list 7408. */
import { expect, test } from 'vitest'
import { annul, cancel, dispense, download, type Outcome, recall, type Resept } from './resept.ts'
import { by, dayMs, now, resept } from './resept.examples.ts'

const at = now + dayMs
const inHand = (changes: Partial<Resept> = {}) => resept({ status: 'U', nedlasting: by('A'), ...changes })
const dispensing = { id: 'm10', utleverer: 'A', at, antall: 1, isLast: false }
const statusOf = (outcome: Outcome) => (outcome.type === 'changed' ? outcome.resept.status : outcome.code)

test('a download locks it to one who dispenses', () => {
  expect(download(resept(), by('A'), at)).toEqual({
    type: 'changed',
    resept: resept({ status: 'U', nedlasting: by('A'), endret: at })
  })
})

test('of two who ask at once, one gets it and the other code 69', () => {
  expect([statusOf(download(resept(), by('A'), at)), statusOf(download(inHand(), by('B'), at))]).toEqual(['U', 69])
})

test('who has it in hand may download it again', () => {
  expect(download(inHand(), by('A', 'again'), at)).toEqual({
    type: 'changed',
    resept: inHand({ nedlasting: by('A', 'again') })
  })
})

test('what is closed or recalled cannot be downloaded', () => {
  expect([resept({ status: 'R' }), resept({ status: 'T' })].map((one) => statusOf(download(one, by('A'), at)))).toEqual(
    [96, 97]
  )
})

test('what has expired is not there', () => {
  const old = resept({ utloper: at })
  expect([statusOf(download(old, by('A'), at)), statusOf(download(old, by('A'), at - 1))]).toEqual([1, 'U'])
})

test('what is asked of one pharmacy is for that one, the first time', () => {
  const bound = resept({ reiterasjon: 1, ekspAnm: { utleverer: 'A', isForAll: false } })
  const once = { ...bound, utleveringer: [{ id: 'm10', utleverer: 'A', at, antall: 1, isLast: false }] }
  expect([bound, once].map((one) => statusOf(download(one, by('B'), at)))).toEqual([70, 'U'])
})

test('in substitution treatment (LAR) every dispensing is for that one', () => {
  const bound = resept({
    reiterasjon: 1,
    ekspAnm: { utleverer: 'A', isForAll: true },
    utleveringer: [{ id: 'm10', utleverer: 'A', at, antall: 1, isLast: false }]
  })
  expect(statusOf(download(bound, by('B'), at))).toBe(70)
})

test('a dispensing with more to come opens it again', () => {
  expect(dispense(inHand({ reiterasjon: 1 }), dispensing)).toEqual({
    type: 'changed',
    resept: resept({ reiterasjon: 1, endret: at, utleveringer: [dispensing] })
  })
})

test('a dispensing that says so closes it, however many are left', () => {
  expect(statusOf(dispense(inHand({ reiterasjon: 3 }), { ...dispensing, isLast: true }))).toBe('R')
})

test('the last dispensing closes it, even when the report does not say so', () => {
  expect(statusOf(dispense(inHand(), dispensing))).toBe('R')
})

test('a part of a dispensing leaves the rest to be dispensed', () => {
  expect([
    statusOf(dispense(inHand({ antall: 3 }), { ...dispensing, antall: 2 })),
    statusOf(dispense(inHand(), { ...dispensing, antall: 2 }))
  ]).toEqual(['E', 320])
})

test('without a download nothing is dispensed, and what another has in hand is theirs', () => {
  expect(
    [resept(), inHand({ nedlasting: by('B') }), resept({ status: 'R' }), resept({ status: 'T' })].map((one) =>
      statusOf(dispense(one, dispensing))
    )
  ).toEqual([357, 69, 41, 41])
})

test('a cancellation gives it back', () => {
  expect(cancel(inHand(), { utleverer: 'A', at })).toEqual({ type: 'changed', resept: resept({ endret: at }) })
})

test('a recall takes effect at once', () => {
  expect(recall(resept(), '2', at)).toEqual({
    type: 'changed',
    resept: resept({ status: 'T', arsak: '2', endret: at })
  })
})

test('a recall of what is in hand waits until the dispensing has ended', () => {
  const recalled = inHand({ reiterasjon: 3, isTilbakekalt: true, arsak: '2' })
  expect(recall(inHand({ reiterasjon: 3 }), '2', at)).toEqual({ type: 'changed', resept: recalled })
  expect([dispense(recalled, dispensing), cancel(recalled, { utleverer: 'A', at })].map(statusOf)).toEqual(['T', 'T'])
})

test('what is recalled, closed or gone cannot be recalled', () => {
  const all = [
    resept({ status: 'T' }),
    resept({ status: 'R' }),
    inHand({ isTilbakekalt: true }),
    resept({ utloper: at })
  ]
  expect(all.map((one) => statusOf(recall(one, '2', at)))).toEqual([16, 15, 16, 12])
})

test('an annulled dispensing did not happen, and what it closed opens again where that is chosen', () => {
  const closed = resept({ status: 'R', utleveringer: [{ ...dispensing, isLast: true }] })
  const annulment = { id: 'm10b', utleverer: 'A', at, annuls: 'm10' }
  expect([true, false].map((reopens) => annul(closed, annulment, { reopens }))).toEqual(
    (['E', 'R'] as const).map((status) => ({
      type: 'changed',
      resept: resept({
        status,
        endret: status === 'E' ? at : now,
        utleveringer: [{ ...dispensing, annullertAv: 'm10b' }]
      })
    }))
  )
})

test('nobody annuls what another dispensed, what is annulled, or what is not there', () => {
  const closed = resept({ status: 'R', utleveringer: [{ ...dispensing, isLast: true }] })
  const twice = resept({ utleveringer: [{ ...dispensing, annullertAv: 'x' }] })
  const annulment = { id: 'm10b', utleverer: 'A', at, annuls: 'm10' }
  expect([
    statusOf(annul(closed, { ...annulment, utleverer: 'B' }, { reopens: true })),
    statusOf(annul(twice, annulment, { reopens: true })),
    statusOf(annul(closed, { ...annulment, annuls: 'm11' }, { reopens: true }))
  ]).toEqual([320, 320, 320])
})
