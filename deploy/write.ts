/** Writes what is generated in deploy/, and the README's table of settings; a test says when it is not current. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withSettings } from './settings.ts'
import { writtenFiles } from './written.ts'

for (const [path, text] of writtenFiles()) writeFileSync(join(import.meta.dirname, path), text)

const readme = join(import.meta.dirname, '..', 'README.md')
writeFileSync(readme, await withSettings(readFileSync(readme, 'utf8')))
