/** What a service's store says of its work: how much it has sent, and what is still on its way. */
import type { Store } from '@budstikka/transport'
import { openAwaiting } from './awaiting.ts'
import { openDigest, type SentTotals } from './digest.ts'

/** What a service says of itself when asked (`oppslag.<service>.status`); `parties`, how many its register holds, comes on top. */
export type Status = SentTotals & {
  readonly waiting: number
  readonly overdue: number
  readonly outbox: number
  /** Simulated time of the last `klokke` heard, milliseconds since 1970: every event before it has been heard too. 0 at first. */
  readonly clock: number
  /** GenDate of the oldest melding without a receipt; absent when none waits. */
  readonly oldestWaiting?: number
}

/** Where the last `klokke` stands, under the key `last`. */
export const clockTable = 'clock'

/** Reads committed rows only. */
export function statusOf(store: Store): Status {
  const awaiting = openAwaiting(store)
  const oldestWaiting = awaiting.oldest()
  return {
    ...openDigest(store).totals(),
    ...awaiting.counts(),
    outbox: store.outbox.count(),
    clock: Number(store.table(clockTable).get('last') ?? 0),
    ...(oldestWaiting !== undefined && { oldestWaiting })
  }
}
