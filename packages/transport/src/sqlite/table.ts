/** One table of the store in SQLite: text keys, with an index on time. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { Table } from '../store.ts'

const namePattern = /^[a-z0-9_]{1,60}$/

/** Makes the table when it is missing. Throws on a name that is not lower-case letters, digits and _. */
export function sqliteTable(database: DatabaseSync, name: string): Table {
  if (!namePattern.test(name)) throw new Error('a table name is 1 to 60 lower-case letters, digits and _')
  const table = `t_${name}`
  database.exec(`
    CREATE TABLE IF NOT EXISTS ${table} (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS ${table}_at ON ${table} (at);
  `)
  const get = database.prepare(`SELECT value FROM ${table} WHERE key = ?`)
  const has = database.prepare(`SELECT 1 FROM ${table} WHERE key = ?`)
  const put = database.prepare(
    `INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at`
  )
  const add = database.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?, ?)`)
  const remove = database.prepare(`DELETE FROM ${table} WHERE key = ?`)
  const between = database.prepare(
    `SELECT key, value, at FROM ${table} WHERE at >= ? AND at < ? ORDER BY at, key LIMIT ?`
  )
  const removeBefore = database.prepare(`DELETE FROM ${table} WHERE at < ?`)
  const count = database.prepare(`SELECT count(*) AS count FROM ${table}`)
  return {
    get: (key) => optionalText(get.get(key)?.['value']),
    has: (key) => has.get(key) !== undefined,
    put: (key, value, at) => void put.run(key, value, at),
    add: (key, value, at) => add.run(key, value, at).changes === 1,
    delete: (key) => void remove.run(key),
    between: (from, to, limit) =>
      between.all(from, to, limit).map((row) => ({
        key: String(row['key']),
        value: String(row['value']),
        at: Number(row['at'])
      })),
    deleteBefore: (at) => Number(removeBefore.run(at).changes),
    count: () => Number(count.get()?.['count'])
  }
}

const optionalText = (value: SQLOutputValue | undefined) => (typeof value === 'string' ? value : undefined)
