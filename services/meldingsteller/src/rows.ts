/** What is known of each melding, and how many sendings are in flight before a time. */
import type { Store } from '@budstikka/transport'
import { openRowFile } from './row-file.ts'
import { isInFlight, type Leg, type Row } from './state.ts'

export type Rows = ReturnType<typeof openRows>

const minuteMs = 60_000
/** Rows of one simulated minute that are read one by one; a year of all meldinger has some 4 000 in its busiest. */
const minuteRowsMax = 100_000

/** `latest`: simulated time at the end of the run before. */
export function openRows(store: Store, latest: number) {
  const file = openRowFile(store, latest)
  const changed = new Map<string, Row>()
  const sendingsByMinute = new Map<number, number>()
  for (const row of file.inFlight()) for (const leg of row) move(leg, 1)

  return {
    get: (msgId: string): Row => changed.get(msgId) ?? file.find(msgId),
    put(msgId: string, row: Row, before: Leg | undefined, after: Leg) {
      changed.set(msgId, row)
      if (before) move(before, -1)
      move(after, 1)
    },
    /** Call inside the transaction; `at` is when what is settled was so. */
    flush(at: number) {
      if (changed.size > 0) file.write(changed, at)
      changed.clear()
    },
    find: file.find,
    forgetSettledBefore: file.forgetSettledBefore,
    oldestInFlight: file.oldestInFlight,
    /** Whole minutes are known by number; the rows of the last, broken one are read. */
    inFlightBefore(time: number): number {
      const minute = Math.floor(time / minuteMs)
      let sendings = 0
      for (const [other, count] of sendingsByMinute) if (other < minute) sendings += count
      for (const leg of file.inFlightBetween(minute * minuteMs, time, minuteRowsMax).flat())
        if (isInFlight(leg) && leg.sentAt < time) sendings += leg.sendings
      return sendings
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
