/** The digest of a run says what was sent, whatever the order, and survives a restart. */
import { openMemoryStore } from '@budstikka/transport'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addTotals, openDigest } from './digest.ts'

const bodies = fc.array(fc.uint8Array(), { minLength: 1, maxLength: 8 })
function totalsOf(all: readonly Uint8Array[]) {
  const digest = openDigest(openMemoryStore())
  for (const body of all) digest.add(body)
  return digest.totals()
}

it('is the same in any order', () => {
  fc.assert(
    fc.property(bodies, (all) => {
      expect(totalsOf(all.toReversed())).toEqual(totalsOf(all))
    })
  )
})

it('is the same whether one service or two have sent it', () => {
  fc.assert(
    fc.property(bodies, fc.nat(8), (all, cut) => {
      expect(addTotals([totalsOf(all.slice(0, cut)), totalsOf(all.slice(cut))])).toEqual(totalsOf(all))
    })
  )
})

it('tells a melding sent twice from one sent once', () => {
  const body = Buffer.from('melding')
  expect(totalsOf([body, body]).digest).not.toBe(totalsOf([body]).digest)
  expect(totalsOf([body, body]).digest).not.toBe(totalsOf([]).digest)
})

it('goes on where it was saved', () => {
  const store = openMemoryStore()
  const before = openDigest(store)
  before.add(Buffer.from('a'))
  before.save()
  const after = openDigest(store)
  after.add(Buffer.from('b'))
  expect(after.totals()).toEqual(totalsOf([Buffer.from('a'), Buffer.from('b')]))
})
