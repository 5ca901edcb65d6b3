/** Counts by name, kept in a service's store: what changes one is called in the transaction of what is counted. */
import type { Store } from '@budstikka/transport'

export type Tally = ReturnType<typeof openTally>

/** Of names at most; whoever counts by what comes from outside must bound it before. */
const namesMax = 100_000

export function openTally(store: Store, table: string) {
  const counts = store.table(table)
  const of = (what: string) => Number(counts.get(what) ?? 0)
  return {
    of,
    /** `by` may be negative: what was counted no longer stands. */
    change: (what: string, by = 1) => counts.put(what, String(of(what) + by), 0),
    all: (): Readonly<Record<string, number>> =>
      Object.fromEntries(counts.between(0, 1, namesMax).map(({ key, value }) => [key, Number(value)]))
  }
}

/** The sum of those counts whose name is meant. */
export const sumOf = (counts: Readonly<Record<string, number>>, isMeant: (what: string) => boolean): number =>
  Object.entries(counts).reduce((sum, [what, count]) => sum + (isMeant(what) ? count : 0), 0)
