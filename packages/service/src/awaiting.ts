/** The sender's list of meldinger without a receipt, and its 96-hour clock in simulated time (HITS 1168 §9.1). */
import type { Store } from '@budstikka/transport'
import type { SentMelding } from './definition.ts'

type Role = 'PRIM' | 'COP'

export const receiptDeadlineMs = 96 * 60 * 60 * 1000
const overdueMax = 1_000

export function openAwaiting(store: Store) {
  const table = store.table('awaiting')
  const overdue = store.table('overdue')
  const keyOf = (msgId: string, to: string, role: Role) => `${msgId}.${to}.${role}`
  return {
    /** One receipt is due for each role in which a party is named (HITS 1168 §5.1). */
    add(sent: SentMelding, role: Role, at: number) {
      table.add(keyOf(sent.msgId, sent.to, role), JSON.stringify(sent), at)
    },
    /** What the receipt answers; undefined when nothing waits for it. A late one is still taken (HITS 1168 §9.1). */
    take(msgId: string, from: string, role: Role): SentMelding | undefined {
      const key = keyOf(msgId, from, role)
      for (const waiting of [table, overdue]) {
        const sent = waiting.delete(key)
        if (sent !== undefined) return JSON.parse(sent)
      }
      return undefined
    },
    /** Some of those whose deadline is before `now`, each told once; none when all are told. */
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
