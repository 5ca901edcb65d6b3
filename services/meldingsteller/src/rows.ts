/** The rows on disk: those in flight, which are never forgotten, and those that are settled, which are after a time. */
import type { Store } from '@budstikka/transport'
import { timeMax } from './fact.ts'
import { entriesOf } from './pages.ts'
import { decodeRow, encodeRow, isInFlight, type Leg, type Row } from './state.ts'

export type Rows = ReturnType<typeof openRows>

const minuteMs = 60_000
/** Rows of one simulated minute that are read one by one; a year of all meldinger has some 4 000 in its busiest. */
const minuteRowsMax = 100_000
/** Rows in flight that are known without reading, twice over; some 600 bytes each. */
const recentMax = 8_000
/** What is settled stands in the same table, with times this much earlier: all before 1970, so before all in flight. */
const settledShiftMs = timeMax

export function openRows(store: Store) {
  const table = store.table('meldinger')
  const changed = new Map<string, Row>()
  let recent = new Map<string, Row>()
  let lessRecent = new Map<string, Row>()
  const sendingsByMinute = new Map<number, number>()
  for (const { value } of entriesOf(table)) for (const leg of decodeRow(value)) move(leg, 1)

  return {
    get(msgId: string): Row {
      return changed.get(msgId) ?? recent.get(msgId) ?? lessRecent.get(msgId) ?? read(msgId)
    },
    put(msgId: string, row: Row, before: Leg | undefined, after: Leg) {
      changed.set(msgId, row)
      if (before) move(before, -1)
      move(after, 1)
    },
    /** Call inside the transaction; `at` is when what is settled was so, by which it is forgotten. */
    flush(at: number) {
      for (const [msgId, row] of changed) {
        const sentAt = oldestInFlight(row)
        table.put(msgId, encodeRow(row), sentAt ?? at - settledShiftMs)
        remember(msgId, sentAt === undefined ? undefined : row)
      }
      changed.clear()
    },
    forgetSettledBefore: (at: number) => table.deleteBefore(at - settledShiftMs),
    find: read,
    /** When the oldest melding without a receipt was sent; undefined when all are answered. */
    oldestInFlight: (): number | undefined => table.between(0, Number.MAX_SAFE_INTEGER, 1)[0]?.at,
    /** Sendings in flight with a simulated time before `time`. */
    inFlightBefore(time: number): number {
      const minute = Math.floor(time / minuteMs)
      let sendings = 0
      for (const [other, count] of sendingsByMinute) if (other < minute) sendings += count
      for (const { value } of table.between(Math.max(0, minute * minuteMs), time, minuteRowsMax))
        for (const leg of decodeRow(value)) if (isInFlight(leg) && leg.sentAt < time) sendings += leg.sendings
      return sendings
    }
  }

  function read(msgId: string): Row {
    const value = table.get(msgId)
    return value === undefined ? [] : decodeRow(value)
  }

  /** A receipt mostly comes soon after its melding. */
  function remember(msgId: string, row: Row | undefined) {
    lessRecent.delete(msgId)
    if (row === undefined) {
      recent.delete(msgId)
      return
    }
    recent.set(msgId, row)
    if (recent.size < recentMax) return
    lessRecent = recent
    recent = new Map()
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
