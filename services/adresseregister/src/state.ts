/** What Adresseregisteret remembers of its own: every change, numbered from 1, for those who follow them. */
import type { Store } from '@budstikka/transport'
import { Endring } from './party-change.ts'

export type Endringer = {
  /** Sequence number of the newest; 0 before the first. */
  newest(): number
  /** Call in a transaction. */
  add(endring: Endring): void
  /** Those with a higher sequence number, oldest first. */
  after(sequence: number, limit: number): readonly Endring[]
}

/** Kept by sequence number where other tables keep time, so that the feed is one range of the index. */
export function openEndringer(store: Store): Endringer {
  const endringer = store.table('endringer')
  return {
    newest: () => endringer.count(),
    add: (endring) => endringer.put(String(endring.sequence), JSON.stringify(endring), endring.sequence),
    after: (sequence, limit) =>
      endringer
        .between(sequence + 1, Number.MAX_SAFE_INTEGER, limit)
        .map(({ value }) => Endring.parse(JSON.parse(value)))
  }
}
