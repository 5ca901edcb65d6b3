/** The store on disk: one SQLite file that one process owns. */
import { DatabaseSync } from 'node:sqlite'
import type { Outbox, Store, Table } from '../store.ts'
import { sqliteOutbox } from './outbox.ts'
import { sqliteTable } from './table.ts'

export type SqliteOptions = {
  /**
   * 'durable' syncs every transaction to disk; 'bulk' may lose the last ones in a power cut, never in a crash of the
   * process.
   */
  readonly profile: 'bulk' | 'durable'
}

// Page cache in KiB: where keys rise the pages in use are few, and 8 MiB cost no more than 32; reads beyond it come from
// the system's cache.
const cacheKib = 8_192
// A page costs two writes to the log, and a melding in the outbox has two pages of 4 KiB or half a page of 16. What is synced after a few
// meldinger touches many pages for little, so there they are small. A file keeps the pages that it was made with.
const pageBytes = { bulk: 16_384, durable: 4_096 } as const
// A checkpoint every 64 MiB writes each hot page once for many transactions.
const checkpointBytes = 64 * 1024 * 1024
// A service that is restarted waits for the one before it to let go.
const lockWaitMs = 2_000

/**
 * Opens or makes the file; `:memory:` keeps nothing. The file is locked until the store is disposed.
 * Throws with the name of the file when it cannot be opened or another process has it.
 */
export function openSqliteStore(path: string, options: SqliteOptions): Store {
  const database = openDatabase(path, options)
  const tables = new Map<string, Table>()
  let outbox: Outbox | undefined
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  return {
    transaction(work) {
      begin.run()
      try {
        const result = work()
        commit.run()
        return result
      } catch (error) {
        if (database.isTransaction) rollback.run()
        throw error
      }
    },
    table(name) {
      const known = tables.get(name)
      if (known !== undefined) return known
      const table = sqliteTable(database, name)
      tables.set(name, table)
      return table
    },
    get outbox() {
      outbox ??= sqliteOutbox(database)
      return outbox
    },
    [Symbol.dispose]() {
      if (database.isOpen) database.close()
    }
  }
}

function openDatabase(path: string, { profile }: SqliteOptions): DatabaseSync {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(path, { timeout: lockWaitMs })
    database.exec(`
      PRAGMA page_size = ${pageBytes[profile]};
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = ${profile === 'durable' ? 'FULL' : 'NORMAL'};
      PRAGMA cache_size = -${cacheKib};
      PRAGMA journal_size_limit = ${2 * checkpointBytes};
      PRAGMA temp_store = MEMORY;
      BEGIN EXCLUSIVE; COMMIT;
    `)
    const inFile = Number(database.prepare('PRAGMA page_size').get()?.['page_size'])
    database.exec(`PRAGMA wal_autocheckpoint = ${checkpointBytes / inFile}`)
    return database
  } catch (error) {
    if (database?.isOpen) database.close()
    const isLocked = error instanceof Error && /locked|busy/.test(error.message)
    const reason = isLocked
      ? 'another process has it open'
      : 'expected a SQLite file in a folder that can be written to'
    throw new Error(`the store ${path} cannot be opened: ${reason}`, { cause: error })
  }
}
