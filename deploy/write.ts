/** Writes what is generated in deploy/; a test says when it is not current. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writtenFiles } from './written.ts'

for (const [path, text] of writtenFiles()) writeFileSync(join(import.meta.dirname, path), text)
