/** Look-ups with an id count once, and their ids are not kept for ever. */
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openLookUpCounts } from './look-up-counts.ts'

const dayMs = 86_400_000

test('an id counts once within 90 days, and is forgotten after', () => {
  const store = openMemoryStore()
  let now = Date.UTC(2026, 0, 1)
  using counts = openLookUpCounts(store, () => now)
  const ask = () => {
    counts.count('person', 'epj', 'a')
    counts.use('epj', { id: 'b', register: 'person', antall: 10 })
    return [counts.all().spurt['person.epj'], counts.all().kopi['person.epj']]
  }
  const first = ask()
  now += 89 * dayMs
  const again = ask()
  now += 2 * dayMs
  expect([first, again, ask()]).toEqual([
    [1, 10],
    [1, 10],
    [2, 20]
  ])
  expect(store.table('oppslag_id').count()).toBe(2)
})

test('what is asked later makes room for itself', () => {
  const store = openMemoryStore()
  let now = Date.UTC(2026, 0, 1)
  using counts = openLookUpCounts(store, () => now)
  for (let day = 0; day < 200; day++) {
    counts.count('person', 'epj', String(day))
    now += dayMs
  }
  expect(store.table('oppslag_id').count()).toBe(91)
})
