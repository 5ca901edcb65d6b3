/** Divides a whole number among many by weight, to the unit. */

/**
 * Largest remainder: each gets its share rounded down, at least `least`, and what is left goes to the largest remainders.
 * The sum is `total`, or `least` times the number of shares where that is more.
 */
export function apportion(total: number, weights: readonly number[], least = 0): readonly number[] {
  const sum = weights.reduce((one, other) => one + other, 0)
  const free = Math.max(0, total - least * weights.length)
  const exact = weights.map((weight) => (free * weight) / sum)
  const counts = exact.map((share) => least + Math.floor(share))
  const left = least * weights.length + free - counts.reduce((one, other) => one + other, 0)
  const byRemainder = exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.i - other.i)
  for (const { i } of byRemainder.slice(0, left)) counts[i] = (counts[i] ?? 0) + 1
  return counts
}
