/** The flow by business types and month, in memory: what is asked for often, and is small. */
import type { FlowCounts, FlowRow } from '@budstikka/landscape'
import type { CellKey } from './cube.ts'

export type Sums = ReturnType<typeof openSums>

/** `rows`: what stands on disk, by day or by month. */
export function openSums(rows: Iterable<FlowRow>) {
  const sums = new Map<string, FlowRow>()
  const add = (cell: CellKey, by: FlowCounts) => {
    const month = cell.month.slice(0, 'yyyy-mm'.length)
    const key = `${cell.sender}.${cell.receiver}.${cell.type}.${month}`
    const { sendings, unique, ok, rejected, dead } = sums.get(key) ?? by0
    sums.set(key, {
      ...cell,
      month,
      sendings: sendings + by.sendings,
      unique: unique + by.unique,
      ok: ok + by.ok,
      rejected: rejected + by.rejected,
      dead: dead + by.dead
    })
  }
  for (const row of rows) add(row, row)
  return { add, rows: (): Iterable<FlowRow> => sums.values() }
}

const by0: FlowCounts = { sendings: 0, unique: 0, ok: 0, rejected: 0, dead: 0 }
