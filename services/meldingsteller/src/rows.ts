/** The rows on disk: those in flight, which are never forgotten, and those that are settled, which are after a time. */
import type { Store } from '@budstikka/transport'
import { timeMax } from './fact.ts'
import { openJournal } from './journal.ts'
import { entriesOf } from './pages.ts'
import { decodeRow, encodeRow, isInFlight, type Leg, type Row } from './state.ts'

export type Rows = ReturnType<typeof openRows>

const minuteMs = 60_000
/** Rows of one simulated minute that are read one by one; a year of all meldinger has some 4 000 in its busiest. */
const minuteRowsMax = 100_000
/** What is settled stands in the same table, with times this much earlier: all before 1970, so before all in flight. */
const settledShiftMs = timeMax

type Stale = { readonly row: Row; readonly text: string; /** When what is settled was so. */ readonly at: number }

/** `latest`: simulated time at the end of the run before. */
export function openRows(store: Store, latest: number) {
  const table = store.table('meldinger')
  const journal = openJournal(store, 'meldinger')
  const changed = new Map<string, Row>()
  /** Rows that the table has not got yet. */
  const stale = new Map<string, Stale>()
  /** Rows in flight that the table got last: a receipt mostly comes soon after its melding. */
  let recent = new Map<string, Row>()
  const sendingsByMinute = new Map<number, number>()
  for (const line of journal.lines()) {
    const tab = line.indexOf('\t')
    const text = line.slice(0, tab)
    stale.set(line.slice(tab + 1), { row: decodeRow(text), text, at: latest })
  }
  bringUpToDate()
  for (const { value } of entriesOf(table)) for (const leg of decodeRow(value)) move(leg, 1)

  return {
    get: (msgId: string): Row => changed.get(msgId) ?? find(msgId),
    put(msgId: string, row: Row, before: Leg | undefined, after: Leg) {
      changed.set(msgId, row)
      if (before) move(before, -1)
      move(after, 1)
    },
    /** Call inside the transaction; `at` is when what is settled was so, by which it is forgotten. */
    flush(at: number) {
      if (changed.size === 0) return
      const lines: string[] = []
      for (const [msgId, row] of changed) {
        const text = encodeRow(row)
        stale.set(msgId, { row, text, at })
        // The text is JSON, which has no tab of its own.
        lines.push(`${text}\t${msgId}`)
      }
      journal.write(lines)
      changed.clear()
      if (!journal.isFull()) return
      writeStale()
      forgetStale()
    },
    forgetSettledBefore: (at: number) => table.deleteBefore(at - settledShiftMs),
    find,
    /** When the oldest melding without a receipt was sent; undefined when all are answered. */
    oldestInFlight(): number | undefined {
      bringUpToDate()
      return table.between(0, Number.MAX_SAFE_INTEGER, 1)[0]?.at
    },
    /** Sendings in flight with a simulated time before `time`. */
    inFlightBefore(time: number): number {
      bringUpToDate()
      const minute = Math.floor(time / minuteMs)
      let sendings = 0
      for (const [other, count] of sendingsByMinute) if (other < minute) sendings += count
      for (const { value } of table.between(Math.max(0, minute * minuteMs), time, minuteRowsMax))
        for (const leg of decodeRow(value)) if (isInFlight(leg) && leg.sentAt < time) sendings += leg.sendings
      return sendings
    }
  }

  function find(msgId: string): Row {
    const known = stale.get(msgId)?.row ?? recent.get(msgId)
    if (known) return known
    const value = table.get(msgId)
    return value === undefined ? [] : decodeRow(value)
  }

  function bringUpToDate() {
    if (stale.size === 0) return
    store.transaction(writeStale)
    forgetStale()
  }

  function writeStale() {
    for (const [msgId, { row, text, at }] of stale) table.put(msgId, text, oldestInFlight(row) ?? at - settledShiftMs)
    journal.clear()
  }

  /** Only when the transaction is through: until then the table has not got them. */
  function forgetStale() {
    recent = new Map()
    for (const [msgId, { row }] of stale) if (row.some(isInFlight)) recent.set(msgId, row)
    stale.clear()
  }

  function move(leg: Leg, direction: 1 | -1) {
    if (!isInFlight(leg)) return
    const minute = Math.floor(leg.sentAt / minuteMs)
    const sendings = (sendingsByMinute.get(minute) ?? 0) + direction * leg.sendings
    if (sendings === 0) sendingsByMinute.delete(minute)
    else sendingsByMinute.set(minute, sendings)
  }
}

function oldestInFlight(row: Row): number | undefined {
  let oldest: number | undefined
  for (const leg of row) if (isInFlight(leg) && (oldest === undefined || leg.sentAt < oldest)) oldest = leg.sentAt
  return oldest
}
