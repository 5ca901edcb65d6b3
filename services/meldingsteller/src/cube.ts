/** Counts by four keys (sender, receiver, type, month) on disk, with the cells in use kept in a bounded memory. */
import type { FlowCounts, FlowRow } from '@budstikka/landscape'
import type { Store } from '@budstikka/transport'
import { entriesOf } from './pages.ts'

export type Cube = ReturnType<typeof openCube>
export type CellKey = Omit<FlowRow, keyof FlowCounts>

/** Place in the order of first appearance, then the counts; the place is `at` in the table too, so it can be paged. */
type Cell = { readonly place: number; counts: FlowCounts }

/** `cellsMax` cells at most stay in memory after a batch, some 400 bytes each; the rest is read again when needed. */
export function openCube(store: Store, tableName: string, cellsMax: number) {
  const table = store.table(tableName)
  const cells = new Map<string, Cell>()
  const changed = new Map<string, Cell>()
  let places = table.count()

  return {
    add({ sender, receiver, type, month }: CellKey, difference: FlowCounts) {
      const key = `${sender}.${receiver}.${type}.${month}`
      const cell = cells.get(key) ?? read(key)
      cell.counts = plus(cell.counts, difference)
      changed.set(key, cell)
    },
    /** Call inside the transaction. */
    flush() {
      for (const [key, cell] of changed) table.put(key, encodeCell(cell), cell.place)
      changed.clear()
      if (cells.size > cellsMax) cells.clear()
    },
    /** Every cell in order of first appearance; may be read slowly while counting goes on. */
    *rows(): Generator<FlowRow> {
      for (const { key, value } of entriesOf(table)) yield { ...parseKey(key), ...decodeCell(value).counts }
    }
  }

  function read(key: string): Cell {
    const value = table.get(key)
    const cell = value === undefined ? { place: ++places, counts: noCounts } : decodeCell(value)
    cells.set(key, cell)
    return cell
  }
}

const noCounts: FlowCounts = { sendings: 0, unique: 0, ok: 0, rejected: 0, dead: 0 }

export const plus = (left: FlowCounts, right: FlowCounts): FlowCounts => ({
  sendings: left.sendings + right.sendings,
  unique: left.unique + right.unique,
  ok: left.ok + right.ok,
  rejected: left.rejected + right.rejected,
  dead: left.dead + right.dead
})

const encodeCell = ({ place, counts }: Cell) =>
  `${place},${counts.sendings},${counts.unique},${counts.ok},${counts.rejected},${counts.dead}`

function decodeCell(value: string): Cell {
  const [place = 0, sendings = 0, unique = 0, ok = 0, rejected = 0, dead = 0] = value.split(',').map(Number)
  return { place, counts: { sendings, unique, ok, rejected, dead } }
}

function parseKey(key: string): CellKey {
  const [sender = '', receiver = '', type = '', month = ''] = key.split('.')
  return { sender, receiver, type, month }
}
