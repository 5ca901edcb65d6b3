/** Counts by four keys (sender, receiver, type, month) on disk, with the cells in use kept in a bounded memory. */
import type { FlowCounts, FlowRow } from '@budstikka/landscape'
import type { Store } from '@budstikka/transport'
import { openJournal } from './journal.ts'
import { entriesOf } from './pages.ts'

export type Cube = ReturnType<typeof openCube>
export type CellKey = Omit<FlowRow, keyof FlowCounts>

/** Place in the order of first appearance, then the counts; the place is `at` in the table too, so it can be paged. */
type Cell = { readonly place: number; readonly counts: Counts }
/** Changed in place: two cells change with nearly every message. */
type Counts = { -readonly [Name in keyof FlowCounts]: FlowCounts[Name] }

/** `cellsMax` cells at most stay in memory, some 400 bytes each; the rest is read when needed. */
export function openCube(store: Store, tableName: string, cellsMax: number) {
  const table = store.table(tableName)
  const journal = openJournal(store, tableName)
  const cells = new Map<string, Cell>()
  const stale = new Map<string, Cell>()
  const differences = new Map<string, Counts>()
  let places = table.count()
  for (const line of journal.lines()) {
    const space = line.indexOf(' ')
    change(line.slice(0, space), decode(line.slice(space + 1)))
  }

  return {
    add({ sender, receiver, type, month }: CellKey, difference: FlowCounts) {
      const key = `${sender}.${receiver}.${type}.${month}`
      const sum = differences.get(key)
      if (sum === undefined) differences.set(key, { ...difference })
      else increase(sum, difference)
    },
    /** Call inside the transaction. */
    flush() {
      if (differences.size === 0) return
      for (const [key, difference] of differences) change(key, difference)
      journal.write(Array.from(differences, ([key, difference]) => `${key} ${encode(difference)}`))
      differences.clear()
      if (!journal.isFull()) return
      writeStale()
      forgetStale()
    },
    /** Every cell in order of first appearance; may be read slowly while counting goes on. */
    *rows(): Generator<FlowRow> {
      if (stale.size > 0) {
        store.transaction(writeStale)
        forgetStale()
      }
      for (const { key, value } of entriesOf(table)) yield { ...parseKey(key), ...decodeCell(value).counts }
    }
  }

  function change(key: string, difference: FlowCounts) {
    const cell = cells.get(key) ?? read(key)
    increase(cell.counts, difference)
    stale.set(key, cell)
  }

  function read(key: string): Cell {
    const value = table.get(key)
    const cell = value === undefined ? { place: ++places, counts: noCounts() } : decodeCell(value)
    cells.set(key, cell)
    return cell
  }

  function writeStale() {
    for (const [key, cell] of stale) table.put(key, encodeCell(cell), cell.place)
    journal.clear()
  }

  /** Only when the transaction is through: until then the table has not got them. */
  function forgetStale() {
    stale.clear()
    if (cells.size > cellsMax) cells.clear()
  }
}

const noCounts = (): Counts => ({ sendings: 0, unique: 0, ok: 0, rejected: 0, dead: 0 })

function increase(counts: Counts, by: FlowCounts): void {
  counts.sendings += by.sendings
  counts.unique += by.unique
  counts.ok += by.ok
  counts.rejected += by.rejected
  counts.dead += by.dead
}

const encode = ({ sendings, unique, ok, rejected, dead }: FlowCounts) =>
  `${sendings},${unique},${ok},${rejected},${dead}`
const encodeCell = ({ place, counts }: Cell) => `${encode(counts)},${place}`

function decode(value: string): Counts {
  const [sendings = 0, unique = 0, ok = 0, rejected = 0, dead = 0] = value.split(',').map(Number)
  return { sendings, unique, ok, rejected, dead }
}

const decodeCell = (value: string): Cell => ({
  place: Number(value.slice(value.lastIndexOf(',') + 1)),
  counts: decode(value)
})

function parseKey(key: string): CellKey {
  const [sender = '', receiver = '', type = '', month = ''] = key.split('.')
  return { sender, receiver, type, month }
}
