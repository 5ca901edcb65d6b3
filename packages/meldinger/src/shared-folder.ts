/** Where tests find the official schemas and examples, which are not part of the repository. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder `shared` beside the checkout; undefined, with a line that says so, where there is none. */
export const sharedFolder = found(join(import.meta.dirname, '../../../../shared'))

/** Files of the folder by a pattern from it, e.g. `samples/official/plo/**\/*.xml`; none where the folder is missing. */
export function sharedFiles(...patterns: readonly string[]): { readonly name: string; readonly bytes: Uint8Array }[] {
  if (sharedFolder === undefined) return []
  const names = globSync([...patterns], { cwd: sharedFolder })
  return names.sort().map((name) => ({ name, bytes: readFileSync(join(sharedFolder ?? '', name)) }))
}

function found(folder: string): string | undefined {
  if (existsSync(folder)) return folder
  process.stderr.write(
    'no folder `shared` beside the checkout: tests by the official schemas and examples are skipped\n'
  )
  return undefined
}
