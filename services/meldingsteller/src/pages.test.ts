/** Walking through a table. */
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { entriesOf } from './pages.ts'

function walked(times: readonly number[], pageMax: number): readonly number[] {
  const table = openMemoryStore().table('walked')
  times.forEach((at, index) => table.put(`k${index}`, String(index), at))
  return Array.from(entriesOf(table, pageMax), ({ value }) => Number(value)).toSorted((one, other) => one - other)
}

test.each([
  ['apart', [1, 2, 3, 4, 5]],
  ['all at once', [7, 7, 7, 7, 7]],
  ['at zero', [0, 0, 0, 1, 1]],
  ['in a heap at the end of a page', [1, 2, 2, 2, 3]]
])('entries with times %s are each met once', (_, times) => {
  for (const pageMax of [1, 2, 3, 5, 6]) expect(walked(times, pageMax)).toEqual([0, 1, 2, 3, 4])
})
