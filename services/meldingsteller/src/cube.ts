/** Counts by four keys (sender, receiver, type, month) on disk, with the cells in use kept in a bounded memory. */
import type { FlowCounts, FlowRow } from '@budstikka/landscape'
import type { Store } from '@budstikka/transport'
import { entriesOf } from './pages.ts'

const journalBatchesMax = 64

export type Cube = ReturnType<typeof openCube>
export type CellKey = Omit<FlowRow, keyof FlowCounts>

/** Place in the order of first appearance, then the counts; the place is `at` in the table too, so it can be paged. */
type Cell = { readonly place: number; counts: FlowCounts }

/**
 * A batch touches as many cells as it has meldinger, all over the table, and writing each at once costs more than all other
 * counting. So a batch writes one row of differences in a journal, and the cells are brought up to date now and then; a
 * restart does so first. `cellsMax` cells at most stay in memory, some 400 bytes each; the rest is read when needed.
 */
export function openCube(store: Store, tableName: string, cellsMax: number) {
  const table = store.table(tableName)
  const journal = store.table(`${tableName}_journal`)
  const cells = new Map<string, Cell>()
  const stale = new Map<string, Cell>()
  const differences = new Map<string, FlowCounts>()
  let places = table.count()
  let batches = 0
  store.transaction(() => {
    for (const { value, at } of entriesOf(journal)) {
      for (const line of value.split('\n')) replay(line)
      batches = at
    }
    bringUpToDate()
  })

  return {
    add({ sender, receiver, type, month }: CellKey, difference: FlowCounts) {
      const key = `${sender}.${receiver}.${type}.${month}`
      differences.set(key, plus(differences.get(key) ?? noCounts, difference))
    },
    /** Call inside the transaction. */
    flush() {
      if (differences.size === 0) return
      let text = ''
      for (const [key, difference] of differences) {
        change(key, difference)
        text += `${text === '' ? '' : '\n'}${key} ${encode(difference)}`
      }
      differences.clear()
      batches += 1
      journal.put(String(batches), text, batches)
      if (batches >= journalBatchesMax) bringUpToDate()
    },
    /** Every cell in order of first appearance; may be read slowly while counting goes on. */
    *rows(): Generator<FlowRow> {
      if (stale.size > 0) store.transaction(bringUpToDate)
      for (const { key, value } of entriesOf(table)) yield { ...parseKey(key), ...decodeCell(value).counts }
    }
  }

  function change(key: string, difference: FlowCounts) {
    const cell = cells.get(key) ?? read(key)
    cell.counts = plus(cell.counts, difference)
    stale.set(key, cell)
  }

  function read(key: string): Cell {
    const value = table.get(key)
    const cell = value === undefined ? { place: ++places, counts: noCounts } : decodeCell(value)
    cells.set(key, cell)
    return cell
  }

  function replay(line: string) {
    const space = line.indexOf(' ')
    change(line.slice(0, space), decode(line.slice(space + 1)))
  }

  function bringUpToDate() {
    for (const [key, cell] of stale) table.put(key, encodeCell(cell), cell.place)
    stale.clear()
    journal.deleteBefore(batches + 1)
    batches = 0
    if (cells.size > cellsMax) cells.clear()
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

const encode = ({ sendings, unique, ok, rejected, dead }: FlowCounts) =>
  `${sendings},${unique},${ok},${rejected},${dead}`
const encodeCell = ({ place, counts }: Cell) => `${encode(counts)},${place}`

function decode(value: string): FlowCounts {
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
