/** Whoever asks in the same moment: served together, and failing alone. */
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openDesk } from './desk.ts'

test('those who ask in the same moment share a transaction, and are answered after it', async () => {
  let commits = 0
  const desk = openDesk(openMemoryStore(), () => void commits++)
  expect(await Promise.all([desk(() => 1), desk(() => 2), desk(() => 3)])).toEqual([1, 2, 3])
  expect(commits).toBe(1)
  await desk(() => 4)
  expect(commits).toBe(2)
})

test('what one of them did is undone when it fails, and what the others did is not', async () => {
  const store = openMemoryStore()
  const table = store.table('a')
  const desk = openDesk(store, () => undefined)
  const write = (key: string) => table.put(key, '', 0)
  const fail = () => {
    write('bad')
    throw new Error('planted')
  }
  const asked = [desk(() => write('one')), desk(fail), desk(() => write('two'))]
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(['one', 'bad', 'two'].map(table.has)).toEqual([true, false, true])
})

test('however many wait, the first are answered before the last are served', async () => {
  const desk = openDesk(openMemoryStore(), () => undefined)
  const served: number[] = []
  const seenByFirst = desk(() => served.push(0)).then(() => served.length)
  const all = Array.from({ length: 99 }, (_, index) => desk(() => served.push(index + 1)))
  expect(await seenByFirst).toBe(32)
  await Promise.all(all)
  expect(served).toEqual(Array.from({ length: 100 }, (_, index) => index))
})
