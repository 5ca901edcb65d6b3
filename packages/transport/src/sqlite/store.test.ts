/** The store on disk keeps the promises of every store, and a few of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { storeContract } from '../store.contract.ts'
import { openSqliteStore } from './store.ts'

const inFolder = (name: string, test: (folder: string) => void) =>
  it(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'budstikka-store-'))
    try {
      test(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

describe('the store on disk', () => {
  storeContract(() => openSqliteStore(':memory:', { profile: 'bulk' }))

  inFolder('remembers everything when it is opened again', (folder) => {
    const path = join(folder, 'epj.sqlite')
    {
      using store = openSqliteStore(path, { profile: 'durable' })
      store.table('inbox').add('m', 'v', 1)
    }
    using again = openSqliteStore(path, { profile: 'durable' })
    expect(again.table('inbox').get('m')).toBe('v')
  })

  inFolder('remembers what was committed when the process is killed', (folder) => {
    const path = join(folder, 'epj.sqlite')
    const program = `
      import { openSqliteStore } from ${JSON.stringify(join(import.meta.dirname, 'store.ts'))}
      const store = openSqliteStore(${JSON.stringify(path)}, { profile: 'bulk' })
      store.transaction(() => store.table('inbox').add('committed', '', 1))
      store.transaction(() => {
        store.table('inbox').add('half done', '', 1)
        process.kill(process.pid, 'SIGKILL')
      })`
    expect(() => execFileSync(process.execPath, ['--input-type=module-typescript', '-e', program])).toThrow()
    using store = openSqliteStore(path, { profile: 'bulk' })
    expect([store.table('inbox').has('committed'), store.table('inbox').has('half done')]).toEqual([true, false])
  })

  inFolder('has large pages in bulk and small ones in durable, and keeps those that it was made with', (folder) => {
    const made = (name: string, profile: 'bulk' | 'durable') => {
      const path = join(folder, name)
      openSqliteStore(path, { profile })[Symbol.dispose]()
      // Bytes 16 and 17 of the file (SQLite, database file format §1.3.2).
      return readFileSync(path).readUInt16BE(16)
    }
    const pages = [made('a', 'bulk'), made('b', 'durable'), made('a', 'durable'), made('b', 'bulk')]
    expect(pages).toEqual([16_384, 4_096, 16_384, 4_096])
  })

  inFolder('is not shared: the second to open it is told which file and why', (folder) => {
    const path = join(folder, 'epj.sqlite')
    using _store = openSqliteStore(path, { profile: 'bulk' })
    expect(() => openSqliteStore(path, { profile: 'bulk' })).toThrow(/epj\.sqlite cannot be opened: another process/)
  })

  inFolder('names a file that is no store', (folder) => {
    const path = join(folder, 'notes.txt')
    writeFileSync(path, 'this is not a database, and long enough to have a header of a hundred bytes '.repeat(20))
    expect(() => openSqliteStore(path, { profile: 'bulk' })).toThrow(/notes\.txt cannot be opened: expected a SQLite/)
  })

  it('names a folder that is missing', () => {
    expect(() => openSqliteStore('/nowhere/epj.sqlite', { profile: 'bulk' })).toThrow(/\/nowhere\/epj\.sqlite cannot/)
  })
})
