/** The rows on disk: those in flight, which are never forgotten, and those that are settled, which are after a time. */
import type { Store } from '@budstikka/transport'
import { timeMax } from './fact.ts'
import { openJournal } from './journal.ts'
import { entriesOf } from './pages.ts'
import { decodeRow, encodeRow, isInFlight, type Row } from './state.ts'

/** What is settled stands in the same table, with times this much earlier: all before 1970, so before all in flight. */
const settledShiftMs = timeMax
const tableName = 'meldinger'

type Stale = { readonly row: Row; readonly text: string; /** When what is settled was so. */ readonly at: number }

/** What a row looks like, as encodeRow() writes it; another number is another shape. */
const layout = '2'

/** `latest`: simulated time at the end of the run before. Throws on rows of another version of Budstikka. */
export function openRowFile(store: Store, latest: number) {
  requireLayout(store, latest)
  const table = store.table(tableName)
  const journal = openJournal(store, tableName)
  /** Rows that the table has not got yet. */
  const stale = new Map<string, Stale>()
  /** Rows in flight that the table got last: a receipt mostly comes soon after its melding. */
  let recent = new Map<string, Row>()
  for (const line of journal.lines()) {
    const { msgId, text } = parseLine(line)
    stale.set(msgId, { row: decodeRow(text), text, at: latest })
  }

  const writeStale = () => {
    for (const [msgId, { row, text, at }] of stale) table.put(msgId, text, oldestInFlight(row) ?? at - settledShiftMs)
    journal.clear()
  }
  /** Only when the transaction is through: until then the table has not got them. */
  const forgetStale = () => {
    recent = new Map()
    for (const [msgId, { row }] of stale) if (row.some(isInFlight)) recent.set(msgId, row)
    stale.clear()
  }
  const bringUpToDate = () => {
    if (stale.size === 0) return
    store.transaction(writeStale)
    forgetStale()
  }

  return {
    find(msgId: string): Row {
      return stale.get(msgId)?.row ?? recent.get(msgId) ?? decodeRow(table.get(msgId) ?? '[]')
    },
    /** Call inside the transaction; `at` is when what is settled was so, by which it is forgotten. */
    write(changed: ReadonlyMap<string, Row>, at: number) {
      for (const [msgId, row] of changed) stale.set(msgId, { row, text: encodeRow(row), at })
      journal.write(Array.from(changed.keys(), (msgId) => lineOf(msgId, stale.get(msgId)?.text ?? '')))
      if (!journal.isFull()) return
      writeStale()
      forgetStale()
    },
    forgetSettledBefore: (at: number) => table.deleteBefore(at - settledShiftMs),
    /** Rows in flight by the time of their oldest leg. */
    *inFlight(): Generator<Row> {
      bringUpToDate()
      for (const { value } of entriesOf(table)) yield decodeRow(value)
    },
    inFlightBetween(from: number, to: number, limit: number): readonly Row[] {
      bringUpToDate()
      return table.between(Math.max(0, from), to, limit).map(({ value }) => decodeRow(value))
    },
    /** When the oldest melding without a receipt was sent; undefined when all are answered. */
    oldestInFlight(): number | undefined {
      bringUpToDate()
      return table.between(0, Number.MAX_SAFE_INTEGER, 1)[0]?.at
    }
  }
}

// The text is JSON, which has no tab of its own.
const lineOf = (msgId: string, text: string) => `${text}\t${msgId}`
function parseLine(line: string): { msgId: string; text: string } {
  const tab = line.indexOf('\t')
  return { msgId: line.slice(tab + 1), text: line.slice(0, tab) }
}

function oldestInFlight(row: Row): number | undefined {
  let oldest: number | undefined
  for (const leg of row) if (isInFlight(leg) && (oldest === undefined || leg.sentAt < oldest)) oldest = leg.sentAt
  return oldest
}

/** A row is a list without names, so one of another shape would be read as something that it is not. */
function requireLayout(store: Store, latest: number): void {
  const table = store.table('layout')
  const before = table.get(tableName)
  if (before === layout) return
  if (latest > 0)
    throw new Error(
      `the data folder holds rows of layout ${before ?? '1'}, expected ${layout}: another version of Budstikka wrote them. ` +
        'Go on with that version, or begin anew with an empty data folder and an empty NATS store.'
    )
  store.transaction(() => table.put(tableName, layout, 0))
}
