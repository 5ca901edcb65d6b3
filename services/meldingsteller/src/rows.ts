/** The rows on disk: those in flight, which are never forgotten, and those that are settled, which are after a time. */
import type { Store } from '@budstikka/transport'
import { entriesOf } from './pages.ts'
import { decodeRow, encodeRow, isInFlight, type Leg, type Row } from './state.ts'

export type Rows = ReturnType<typeof openRows>

const minuteMs = 60_000
/** Rows of one simulated minute that are read one by one; a year of all meldinger has some 4 000 in its busiest. */
const minuteRowsMax = 100_000

type Staged = { row: Row; readonly stood: 'nowhere' | 'in flight' | 'settled'; isChanged: boolean }

export function openRows(store: Store) {
  const inFlight = store.table('in_flight')
  const settled = store.table('settled')
  const staged = new Map<string, Staged>()
  const sendingsByMinute = new Map<number, number>()
  for (const { value } of entriesOf(inFlight)) for (const leg of decodeRow(value)) move(leg, 1)

  return {
    get: (msgId: string): Row => load(msgId).row,
    put(msgId: string, row: Row, before: Leg | undefined, after: Leg) {
      const entry = load(msgId)
      entry.row = row
      entry.isChanged = true
      if (before) move(before, -1)
      move(after, 1)
    },
    /** Call inside the transaction; `at` is when what is settled was so, by which it is forgotten. */
    flush(at: number) {
      for (const [msgId, entry] of staged) if (entry.isChanged) write(msgId, entry, at)
      staged.clear()
    },
    forgetSettledBefore: (at: number) => settled.deleteBefore(at),
    find: (msgId: string): Row => decodeRow(inFlight.get(msgId) ?? settled.get(msgId) ?? '[]'),
    /** When the oldest melding without a receipt was sent; undefined when all are answered. */
    oldestInFlight: (): number | undefined => inFlight.between(0, Number.MAX_SAFE_INTEGER, 1)[0]?.at,
    /** Sendings in flight with a simulated time before `time`. */
    inFlightBefore(time: number): number {
      const minute = Math.floor(time / minuteMs)
      let sendings = 0
      for (const [other, count] of sendingsByMinute) if (other < minute) sendings += count
      for (const { value } of inFlight.between(minute * minuteMs, time, minuteRowsMax))
        for (const leg of decodeRow(value)) if (isInFlight(leg)) sendings += leg.sendings
      return sendings
    }
  }

  function load(msgId: string): Staged {
    const known = staged.get(msgId)
    if (known) return known
    const waiting = inFlight.get(msgId)
    const done = waiting === undefined ? settled.get(msgId) : undefined
    const stood = waiting !== undefined ? 'in flight' : done !== undefined ? 'settled' : 'nowhere'
    const entry: Staged = { row: decodeRow(waiting ?? done ?? '[]'), stood, isChanged: false }
    staged.set(msgId, entry)
    return entry
  }

  function write(msgId: string, { row, stood }: Staged, at: number) {
    const waiting = row.filter(isInFlight)
    if (waiting.length > 0) {
      if (stood === 'settled') settled.delete(msgId)
      inFlight.put(msgId, encodeRow(row), Math.min(...waiting.map((leg) => leg.sentAt)))
    } else {
      if (stood === 'in flight') inFlight.delete(msgId)
      settled.put(msgId, encodeRow(row), at)
    }
  }

  function move(leg: Leg, direction: 1 | -1) {
    if (!isInFlight(leg)) return
    const minute = Math.floor(leg.sentAt / minuteMs)
    const sendings = (sendingsByMinute.get(minute) ?? 0) + direction * leg.sendings
    if (sendings === 0) sendingsByMinute.delete(minute)
    else sendingsByMinute.set(minute, sendings)
  }
}
