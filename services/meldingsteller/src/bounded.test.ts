/** Whatever comes in, Prometheus is shown a bounded number of series. */
import { exposition } from '@budstikka/service'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { typesMax } from './closed-set.ts'
import { arrived, ledgerOn, register, sending } from './examples.ts'
import { familiesOf } from './families.ts'
import { openPairs } from './pairs.ts'
import { openPlaces, placePairs } from './places.ts'

const million = 1_000_000

test('a million fake parties and types have some thousands of series, and none of them is lost', () => {
  const pairs = openPairs(2_000, [])
  for (let fake = 0; fake < million; fake++) pairs.add(String(fake), String(fake + 1), `T${fake}`, 1)
  const series = [...pairs.series()]
  expect(series).toHaveLength(2_000 + typesMax + 1)
  expect(series.reduce((sum, { sendings }) => sum + sendings, 0)).toBe(million)
  expect(pairs.overflow()).toBe(million - 2_000)
})

test('one pair with a million types has a bounded number of series', () => {
  const pairs = openPairs(10, [])
  for (let fake = 0; fake < million; fake++) pairs.add('1', '2', `T${fake}`, 1)
  expect([...pairs.series()]).toHaveLength(10 * 8 + typesMax + 1)
})

test('pairs of places beyond the limit are other', () => {
  const row = { type: 'all', month: 'all', sendings: 2, unique: 2, ok: 0, rejected: 0, dead: 0 }
  const rows = Array.from({ length: million }, (_, fake) => ({ ...row, sender: String(fake), receiver: '0' }))
  const series = [...placePairs(rows, 100)]
  expect(series).toHaveLength(101)
  expect(series.at(-1)).toEqual({
    labels: { sender_place: 'other', receiver_place: 'other' },
    value: 2 * (million - 100)
  })
})

test('fake parties are in one place, and fake types beyond the limit are one type', () => {
  const ledger = ledgerOn(openMemoryStore(), { pairsMax: 10 })
  const fakes = Array.from({ length: 5_000 }, (_, fake) =>
    sending({ msgId: `m${fake}`, from: `7${fake}`, to: `8${fake}`, type: `T${fake}` })
  )
  ledger.count('MELDINGER', arrived(fakes))
  const series = exposition(familiesOf(ledger))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const named = (name: string) => series.filter((line) => line.startsWith(`${name}{`)).length
  expect(named('budstikka_flow_meldinger_total')).toBe(10 + typesMax + 1)
  expect(named('budstikka_meldinger_total')).toBe(3 * (typesMax + 1))
  expect(named('budstikka_place_meldinger_total')).toBe(1)
  expect(openPlaces(register, 2019)('999')).toBe('ukjent')
})
