/** The note of the world that is up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { natsServersOf, readWorldFile, removeWorldFile, type WorldFile, writeWorldFile } from './world-file.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'budstikka-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const host = (pid: number, alive: readonly number[], more: object = {}) => {
  const env = { BUDSTIKKA_WORLD: join(folder, 'world.json'), ...more }
  return { pid, env, isAlive: (other: number) => alive.includes(other) }
}
const world = (pid: number): WorldFile => {
  return { pid, nats: `nats://127.0.0.1:${pid}`, services: {}, dataDir: folder, year: 2019, seed: '1' }
}

test('a command finds the world that is up', () => {
  writeWorldFile(host(1, [1]), world(1))
  expect(natsServersOf(host(2, [1]), undefined)).toEqual(['nats://127.0.0.1:1'])
})

test('the flag comes before the environment, and the environment before the world', () => {
  writeWorldFile(host(1, [1]), world(1))
  const other = host(2, [1], { NATS_SERVERS: 'a:1, b:2' })
  expect([natsServersOf(other, undefined), natsServersOf(other, 'c:3')]).toEqual([['a:1', 'b:2'], ['c:3']])
})

test('a world whose process has ended is none', () => {
  writeWorldFile(host(1, [1]), world(1))
  expect(readWorldFile(host(2, []))).toBeUndefined()
  expect(() => natsServersOf(host(2, []), undefined)).toThrow('Start one with `npm start`')
})

test('a second world leaves the note of the first alone', () => {
  writeWorldFile(host(1, [1, 2]), world(1))
  expect(writeWorldFile(host(2, [1, 2]), world(2))).toBe(false)
  removeWorldFile(host(2, [1, 2]))
  expect(readWorldFile(host(3, [1, 2]))?.pid).toBe(1)
})
