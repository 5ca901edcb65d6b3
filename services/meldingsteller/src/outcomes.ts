/** What became of sendings, added up over time. */
import type { FlowRow } from '@budstikka/landscape'
import type { Sample } from '@budstikka/service'

export function* outcomes(rows: Iterable<FlowRow>): Generator<Sample> {
  const sums = new Map<string, { labels: Record<string, string>; value: number }>()
  for (const { type, sender, receiver, ok, rejected, dead } of rows) {
    for (const [outcome, count] of Object.entries({ delivered: ok, rejected, dead })) {
      const key = `${type}.${sender}.${receiver}.${outcome}`
      const labels = { type, sender_type: sender, receiver_type: receiver, outcome }
      const sum = sums.get(key) ?? { labels, value: 0 }
      sum.value += count
      sums.set(key, sum)
    }
  }
  yield* sums.values()
}
