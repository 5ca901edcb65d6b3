/** The sender's list of meldinger without a receipt, and its 96-hour clock in simulated time (HITS 1168 §9.1). */
import type { Store } from '@budstikka/transport'
import type { SentMelding } from './definition.ts'

export const receiptDeadlineMs = 96 * 60 * 60 * 1000
const overdueMax = 1_000

export function openAwaiting(store: Store) {
  const table = store.table('awaiting')
  const overdue = store.table('overdue')
  const keyOf = (msgId: string, to: string) => `${msgId}.${to}`
  return {
    add(sent: SentMelding, at: number) {
      table.add(keyOf(sent.msgId, sent.to), JSON.stringify(sent), at)
    },
    /** What the receipt answers; undefined when nothing waits for it. A late one is still taken (HITS 1168 §9.1). */
    take(msgId: string, from: string): SentMelding | undefined {
      for (const waiting of [table, overdue]) {
        const sent = waiting.get(keyOf(msgId, from))
        if (sent === undefined) continue
        waiting.delete(keyOf(msgId, from))
        return JSON.parse(sent)
      }
      return undefined
    },
    /** Those whose deadline is before `now`, each told once. */
    takeOverdue(now: number): SentMelding[] {
      const late = table.between(0, now - receiptDeadlineMs, overdueMax)
      for (const { key, value, at } of late) {
        table.delete(key)
        overdue.put(key, value, at)
      }
      return late.map(({ value }) => JSON.parse(value))
    },
    forgetBefore(at: number) {
      overdue.deleteBefore(at)
    },
    /** GenDate of the oldest one whose deadline has not passed. */
    oldest: () => table.between(0, Number.MAX_SAFE_INTEGER, 1)[0]?.at,
    counts: () => ({ waiting: table.count(), overdue: overdue.count() })
  }
}
