/** A data folder is divided among replicas once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openOwnStore } from './own-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-replicas-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens the store as replica `replica` of `replicas` and closes it again. */
function open(name: string, replica: number, replicas: number) {
  const share = { DATA_DIR: join(folder, name), PROFILE: 'bulk', REPLICA: replica, REPLICAS: replicas } as const
  openOwnStore('epj', share)[Symbol.dispose]()
}

test('a folder goes on with the number of replicas that it has', () => {
  for (const round of [1, 2]) {
    open('one', 0, 1)
    open('two', round - 1, 2)
  }
})

test.each([
  ['more than one', 0, 1, 0, 2],
  ['one alone', 1, 2, 0, 1],
  ['more', 0, 2, 0, 4],
  ['fewer', 3, 4, 0, 2],
  ['fewer, of which one is known', 0, 4, 0, 2]
])('a folder is not divided anew among %s, and the way out is told', (name, replica, replicas, next, asked) => {
  open(name, replica, replicas)
  expect(() => open(name, next, asked)).toThrow(
    new RegExp(`holds epj with .*asked for was REPLICAS=${asked}. Go on with the number that it has`)
  )
})

test('a service of another name in the same folder is nobody’s concern', () => {
  open('shared', 0, 2)
  const other = { DATA_DIR: join(folder, 'shared'), PROFILE: 'bulk', REPLICA: 0, REPLICAS: 1 } as const
  expect(() => openOwnStore('epj-arkiv', other)[Symbol.dispose]()).not.toThrow()
})
