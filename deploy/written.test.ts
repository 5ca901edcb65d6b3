/** What is generated is committed, so that a fresh clone can be started; it must be current. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withSettings } from './settings.ts'
import { writtenFiles } from './written.ts'

test.each([...writtenFiles()])('%s is as `node deploy/write.ts` writes it', (path, text) => {
  expect(JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'))).toEqual(JSON.parse(text))
})

test('the README has every variable that a service reads, as `node deploy/write.ts` writes it', async () => {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
  expect(readme).toBe(await withSettings(readme))
})
