/** The store in memory: for tests and the world in one process. */
import type { OutMessage } from '../bus.ts'
import type { Outbox, Store, Table } from '../store.ts'

type Row = { readonly key: string; readonly value: string; readonly at: number }
/** Undoes one change. */
type Undo = () => void

export function openMemoryStore(): Store {
  const tables = new Map<string, Table>()
  let undos: Undo[] | undefined
  const note = (undo: Undo) => void undos?.push(undo)
  return {
    outbox: memoryOutbox(note),
    transaction(work) {
      if (undos !== undefined) throw new Error('a transaction must not be nested')
      undos = []
      try {
        return work()
      } catch (error) {
        const made = undos
        undos = undefined
        for (const undo of made.toReversed()) undo()
        throw error
      } finally {
        undos = undefined
      }
    },
    table(name) {
      if (!/^[a-z0-9_]{1,60}$/.test(name)) throw new Error('a table name is 1 to 60 lower-case letters, digits and _')
      const table = tables.get(name) ?? memoryTable(note)
      tables.set(name, table)
      return table
    },
    [Symbol.dispose]: () => undefined
  }
}

function memoryTable(note: (undo: Undo) => void): Table {
  const rows = new Map<string, Row>()
  const set = (key: string, row: Row | undefined) => {
    const before = rows.get(key)
    note(() => (before === undefined ? rows.delete(key) : rows.set(key, before)))
    if (row === undefined) rows.delete(key)
    else rows.set(key, row)
  }
  return {
    get: (key) => rows.get(key)?.value,
    has: (key) => rows.has(key),
    put: (key, value, at) => set(key, { key, value, at }),
    add(key, value, at) {
      if (rows.has(key)) return false
      set(key, { key, value, at })
      return true
    },
    delete(key) {
      const value = rows.get(key)?.value
      set(key, undefined)
      return value
    },
    between: (from, to, limit) =>
      [...rows.values()]
        .filter(({ at }) => at >= from && at < to)
        .sort((a, b) => a.at - b.at)
        .slice(0, limit),
    deleteBefore(before) {
      const old = [...rows.values()].filter(({ at }) => at < before)
      for (const { key } of old) set(key, undefined)
      return old.length
    },
    count: () => rows.size
  }
}

function memoryOutbox(note: (undo: Undo) => void): Outbox {
  let rows: { readonly number: number; readonly message: OutMessage }[] = []
  let last = 0
  const change = (after: typeof rows) => {
    const before = rows
    note(() => (rows = before))
    rows = after
  }
  return {
    add(message) {
      note(() => rows.pop())
      rows.push({ number: ++last, message })
      return last
    },
    pending: (limit) => rows.slice(0, limit),
    markPublished: (number) => change(rows.filter((row) => row.number > number)),
    count: () => rows.length
  }
}
