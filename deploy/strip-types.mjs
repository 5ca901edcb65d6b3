/** Takes the types out of every TypeScript file of a folder, in place: node deploy/strip-types.mjs FOLDER. For images, see read-stripped.mjs. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('expected a folder')
const isForeign = (path) => path.endsWith('node_modules')
for (const path of globSync('**/*.ts', { cwd: folder, exclude: isForeign })) {
  const file = join(folder, path)
  writeFileSync(file, stripTypeScriptTypes(readFileSync(file, 'utf8')))
}
