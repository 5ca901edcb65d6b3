/** What a service's store says of its work: how much it has sent, and what is still on its way. */
import type { Store } from '@budstikka/transport'
import { openAwaiting } from './awaiting.ts'
import { openDigest, type SentTotals } from './digest.ts'

/** What a service says of itself when asked (`oppslag.<service>.status`). */
export type Status = SentTotals & { readonly waiting: number; readonly overdue: number; readonly outbox: number }

/** Reads committed rows only. */
export function statusOf(store: Store): Status {
  return { ...openDigest(store).totals(), ...openAwaiting(store).counts(), outbox: store.outbox.count() }
}
