/** What is generated is committed, so that a fresh clone can be started; it must be current. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writtenFiles } from './written.ts'

test.each([...writtenFiles()])('%s is as `node deploy/write.ts` writes it', (path, text) => {
  expect(JSON.parse(readFileSync(join(import.meta.dirname, path), 'utf8'))).toEqual(JSON.parse(text))
})
