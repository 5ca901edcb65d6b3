/** Named whole numbers, in memory and on disk; what has changed is written once per batch. */
import type { Store } from '@budstikka/transport'

export type Totals = ReturnType<typeof openTotals>

export function openTotals(store: Store, tableName: string) {
  const table = store.table(tableName)
  const values = new Map(table.between(0, 1, Number.MAX_SAFE_INTEGER).map(({ key, value }) => [key, Number(value)]))
  const changed = new Set<string>()
  const set = (name: string, value: number) => {
    values.set(name, value)
    changed.add(name)
  }
  return {
    get: (name: string) => values.get(name) ?? 0,
    set,
    add(name: string, difference: number) {
      if (difference !== 0) set(name, (values.get(name) ?? 0) + difference)
    },
    /** All that begin so, without that beginning. */
    startingWith: (prefix: string): Record<string, number> =>
      Object.fromEntries(
        [...values].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []))
      ),
    /** Call inside the transaction. */
    flush() {
      for (const name of changed) table.put(name, String(values.get(name)), 0)
      changed.clear()
    }
  }
}
