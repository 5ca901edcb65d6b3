/** A journal before a table: a batch is written as one row, and the table is brought up to date now and then. */
import type { Store } from '@budstikka/transport'
import { entriesOf } from './pages.ts'

/** With batches of 256, some 8 000 messages: what a restart reads again, and what waits in memory. */
const batchesMax = 32

/** A batch touches hundreds of rows all over a table; writing each at once costs more than all other counting. */
export function openJournal(store: Store, tableName: string) {
  const table = store.table(`${tableName}_journal`)
  let batches = 0
  return {
    /** What the table has not got yet, in order; read it before the first write. */
    *lines(): Generator<string> {
      for (const { value, at } of entriesOf(table)) {
        batches = at
        yield* value.split('\n')
      }
    },
    /** Call inside the transaction; no line may hold a line end. */
    write(lines: readonly string[]) {
      batches += 1
      table.put(String(batches), lines.join('\n'), batches)
    },
    isFull: () => batches >= batchesMax,
    /** Call inside the transaction that brought the table up to date. */
    clear() {
      table.deleteBefore(batches + 1)
      batches = 0
    }
  }
}
