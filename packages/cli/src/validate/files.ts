/** The files that a user means: those named, and every *.xml under the folders named, links aside. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CannotError } from '../host.ts'

const filesMax = 100_000

/** In order of name within a folder. Throws CannotError on what is not there, and on a folder without any. */
export function filesOf(paths: readonly string[]): readonly string[] {
  const files = paths.flatMap((path) => (isFolder(path) ? under(path) : [path]))
  if (files.length > filesMax) throw new CannotError(`expected at most ${filesMax} files, got ${files.length}`)
  return files
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (cause) {
    throw new CannotError(`expected a file or a folder, ${path} is neither`, { cause })
  }
}

function under(folder: string): readonly string[] {
  const found = xmlIn(folder)
  if (found.length === 0) throw new CannotError(`expected *.xml in ${folder}, found none`)
  return found.toSorted()
}

/** Node's own recursion follows links, which may lead back. */
const xmlIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return xmlIn(path)
    return entry.isFile() && entry.name.toLowerCase().endsWith('.xml') ? [path] : []
  })
