/** The outbox in SQLite: what was decided and is not yet known to be published, in order. */
import type { DatabaseSync } from 'node:sqlite'
import type { OutMessage } from '../bus.ts'
import type { Outbox } from '../store.ts'

/** Makes its table when it is missing. */
export function sqliteOutbox(database: DatabaseSync): Outbox {
  database.exec(`
    CREATE TABLE IF NOT EXISTS outbox
      (number INTEGER PRIMARY KEY AUTOINCREMENT,
       subject TEXT NOT NULL, id TEXT NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL);
  `)
  const add = database.prepare('INSERT INTO outbox (subject, id, headers, body) VALUES (?, ?, ?, ?)')
  const pending = database.prepare('SELECT number, subject, id, headers, body FROM outbox ORDER BY number LIMIT ?')
  const remove = database.prepare('DELETE FROM outbox WHERE number <= ?')
  const count = database.prepare('SELECT count(*) AS count FROM outbox')
  return {
    add: ({ subject, id, headers, body }) =>
      Number(add.run(subject, id, JSON.stringify(headers), body).lastInsertRowid),
    pending: (limit) => pending.all(limit).map((row) => ({ number: Number(row['number']), message: toMessage(row) })),
    markPublished(number) {
      remove.run(number)
    },
    count: () => Number(count.get()?.['count'])
  }
}

function toMessage(row: Record<string, unknown>): OutMessage {
  const { subject, id, headers, body } = row
  if (!(body instanceof Uint8Array)) throw new Error('the outbox holds a row without a body')
  return { subject: String(subject), id: String(id), headers: toHeaders(String(headers)), body }
}

function toHeaders(json: string): Record<string, string> {
  const parsed: unknown = JSON.parse(json)
  const headers: Record<string, string> = {}
  if (typeof parsed !== 'object' || parsed === null) throw new Error('the outbox holds a row without headers')
  for (const [name, value] of Object.entries(parsed)) headers[name] = String(value)
  return headers
}
