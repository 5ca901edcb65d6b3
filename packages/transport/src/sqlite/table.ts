/** One table of the store in SQLite: text keys, with an index on time. */
// Rows stand in the order in which they came, found by an index on the key. Our keys begin with a MsgId that begins
// with the time, so both trees grow at their ends and a batch writes few pages. With a million rows, asking for and
// adding a row costs 3 µs of processor where keys rise and 22 µs where they are random, as those of other senders are;
// an index on a hash of the key costs 17 µs for both.
import type { DatabaseSync } from 'node:sqlite'
import type { Table } from '../store.ts'

const namePattern = /^[a-z0-9_]{1,60}$/

/** Makes the table when it is missing. Throws on a name that is not lower-case letters, digits and _. */
export function sqliteTable(database: DatabaseSync, name: string): Table {
  if (!namePattern.test(name)) throw new Error('a table name is 1 to 60 lower-case letters, digits and _')
  const table = `t_${name}`
  database.exec(`
    CREATE TABLE IF NOT EXISTS ${table} (
      number INTEGER PRIMARY KEY, at INTEGER NOT NULL, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL
    );
    CREATE INDEX IF NOT EXISTS ${table}_at ON ${table} (at);
  `)
  return { ...keyed(database, table), ...timed(database, table) }
}

function keyed(database: DatabaseSync, table: string): Pick<Table, 'get' | 'has' | 'put' | 'add' | 'delete'> {
  const has = database.prepare(`SELECT 1 FROM ${table} WHERE key = ?`)
  const get = database.prepare(`SELECT value FROM ${table} WHERE key = ?`)
  const add = database.prepare(`INSERT INTO ${table} (at, key, value) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING`)
  const put = database.prepare(`
    INSERT INTO ${table} (at, key, value) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET at = excluded.at, value = excluded.value
  `)
  const remove = database.prepare(`DELETE FROM ${table} WHERE key = ? RETURNING value`)
  // A row as an array is cheaper than one as an object.
  for (const question of [has, get, remove]) question.setReturnArrays(true)
  return {
    get: (key) => valueIn(get.get(key)),
    has: (key) => has.get(key) !== undefined,
    put(key, value, at) {
      put.run(at, key, value)
    },
    add: (key, value, at) => add.run(at, key, value).changes === 1,
    delete: (key) => valueIn(remove.get(key))
  }
}

function valueIn(row: unknown): string | undefined {
  const value: unknown = Object(row)[0]
  return typeof value === 'string' ? value : undefined
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
