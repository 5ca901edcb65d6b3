/** Walks through a table in order of time without holding more than a page of it. */
import type { Table } from '@budstikka/transport'

type Entry = ReturnType<Table['between']>[number]

/** Every entry once, also where many share a time: the page grows until it holds all of one time. */
export function* entriesOf(table: Table, pageMax = 1_000): Generator<Entry> {
  let from = 0
  let limit = pageMax
  for (;;) {
    const page = table.between(from, Number.MAX_SAFE_INTEGER, limit)
    const last = page.at(-1)
    if (last === undefined) return
    if (page.length < limit) {
      yield* page
      return
    }
    if (last.at === from) {
      limit *= 2
      continue
    }
    // The last time may go on beyond the page, so it begins the next one.
    yield* page.filter((entry) => entry.at < last.at)
    from = last.at
    limit = pageMax
  }
}
