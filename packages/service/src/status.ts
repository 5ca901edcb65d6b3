/** What a service's store says of its work: how much it has sent, and what is still on its way. */
import type { Store } from '@budstikka/transport'
import { openAwaiting } from './awaiting.ts'
import { openDigest, type SentTotals } from './digest.ts'

/** What a service says of itself when asked (`oppslag.<service>.status`); `parties`, how many its register holds, comes on top. */
export type Status = SentTotals & {
  readonly waiting: number
  readonly overdue: number
  readonly outbox: number
  /** Simulated time that events have been heard up to, milliseconds since 1970; 0 at first. */
  readonly clock: number
  /** GenDate of the oldest melding without a receipt; absent when none waits. */
  readonly oldestWaiting?: number
}

const clockTable = 'clock'

/** Events come in order, but a `klokke` may follow happenings that are later than it. */
export function advanceClock(store: Store, now: number): void {
  if (now > clockOf(store)) store.table(clockTable).put('last', String(now), 0)
}

/** Simulated time that events have been heard up to. */
export const clockOf = (store: Store) => Number(store.table(clockTable).get('last') ?? 0)

/** Reads committed rows only. */
export function statusOf(store: Store): Status {
  const awaiting = openAwaiting(store)
  const oldestWaiting = awaiting.oldest()
  return {
    ...openDigest(store).totals(),
    ...awaiting.counts(),
    outbox: store.outbox.count(),
    clock: clockOf(store),
    ...(oldestWaiting !== undefined && { oldestWaiting })
  }
}
