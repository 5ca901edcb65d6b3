/** One table of the store in SQLite: text keys, with an index on time. */
// Rows stand in the order in which they came, and a small index over a hash of the key finds them. Keys are as good
// as random, so a tree ordered by the keys themselves writes a page of its own for nearly every row: with 400 000
// rows an add cost twice the time of the processor and four times the time on the disk.
import type { DatabaseSync } from 'node:sqlite'
import type { Table } from '../store.ts'
import { keyHash } from './key-hash.ts'

const namePattern = /^[a-z0-9_]{1,60}$/

/** Makes the table when it is missing. Throws on a name that is not lower-case letters, digits and _. */
export function sqliteTable(database: DatabaseSync, name: string): Table {
  if (!namePattern.test(name)) throw new Error('a table name is 1 to 60 lower-case letters, digits and _')
  const table = `t_${name}`
  database.exec(`
    CREATE TABLE IF NOT EXISTS ${table} (
      number INTEGER PRIMARY KEY, hash INTEGER NOT NULL, at INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS ${table}_hash ON ${table} (hash);
    CREATE INDEX IF NOT EXISTS ${table}_at ON ${table} (at);
  `)
  return { ...keyed(database, table), ...timed(database, table) }
}

function keyed(database: DatabaseSync, table: string): Pick<Table, 'get' | 'has' | 'put' | 'add' | 'delete'> {
  const find = database.prepare(`SELECT number, at FROM ${table} WHERE hash = ? AND key = ?`)
  const get = database.prepare(`SELECT value FROM ${table} WHERE hash = ? AND key = ?`)
  const insert = database.prepare(`INSERT INTO ${table} (hash, at, key, value) VALUES (?, ?, ?, ?)`)
  const setValue = database.prepare(`UPDATE ${table} SET value = ? WHERE number = ?`)
  const setBoth = database.prepare(`UPDATE ${table} SET value = ?, at = ? WHERE number = ?`)
  const remove = database.prepare(`DELETE FROM ${table} WHERE hash = ? AND key = ?`)
  return {
    get(key) {
      const value = get.get(keyHash(key), key)?.['value']
      return typeof value === 'string' ? value : undefined
    },
    has: (key) => find.get(keyHash(key), key) !== undefined,
    put(key, value, at) {
      const hash = keyHash(key)
      const row = find.get(hash, key)
      if (row === undefined) insert.run(hash, at, key, value)
      // The index on time is left alone where the time stands.
      else if (row['at'] === at) setValue.run(value, row['number'] ?? null)
      else setBoth.run(value, at, row['number'] ?? null)
    },
    add(key, value, at) {
      const hash = keyHash(key)
      if (find.get(hash, key) !== undefined) return false
      insert.run(hash, at, key, value)
      return true
    },
    delete(key) {
      remove.run(keyHash(key), key)
    }
  }
}

function timed(database: DatabaseSync, table: string): Pick<Table, 'between' | 'deleteBefore' | 'count'> {
  const between = database.prepare(
    `SELECT key, value, at FROM ${table} WHERE at >= ? AND at < ? ORDER BY at, number LIMIT ?`
  )
  const removeBefore = database.prepare(`DELETE FROM ${table} WHERE at < ?`)
  const count = database.prepare(`SELECT count(*) AS count FROM ${table}`)
  return {
    between: (from, to, limit) =>
      between.all(from, to, limit).map(({ key, value, at }) => ({
        key: String(key),
        value: String(value),
        at: Number(at)
      })),
    deleteBefore: (at) => Number(removeBefore.run(at).changes),
    count: () => Number(count.get()?.['count'])
  }
}
