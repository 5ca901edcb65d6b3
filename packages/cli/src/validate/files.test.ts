/** Which files a user means. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesOf } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a folder is its *.xml at every depth, each once, and a link that leads back is not gone into', () => {
  mkdirSync(join(folder, 'a', 'deep'), { recursive: true })
  for (const path of ['b.xml', 'a/deep/c.XML', 'a/d.txt']) writeFileSync(join(folder, path), '')
  symlinkSync('..', join(folder, 'a', 'up'))
  expect(filesOf([folder])).toEqual([join(folder, 'a/deep/c.XML'), join(folder, 'b.xml')])
})
