/** Chance under a seed: the same words give the same numbers on every machine. */

/** Next number in [0, 1). */
export type Rng = () => number

/** sfc32, seeded by hashing `words`; passes PractRand and costs a few nanoseconds a number. */
export function createRng(...words: readonly (string | number)[]): Rng {
  let [a, b, c, d] = hash128(words.join('\u0000'))
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
  // The first outputs of sfc32 still show the seed.
  for (let i = 0; i < 12; i++) next()
  return next
}

/** cyrb128: four 32-bit words of a text. */
function hash128(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762]
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ k, 597399067)
    b = c ^ Math.imul(b ^ k, 2869860233)
    c = d ^ Math.imul(c ^ k, 951274213)
    d = a ^ Math.imul(d ^ k, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a]
}

/** A whole number from `low` to `high`, both included. */
export const whole = (rng: Rng, low: number, high: number) => low + Math.floor(rng() * (high - low + 1))

/** One of a list that has at least one. */
export function pick<T>(rng: Rng, from: readonly T[]): T {
  const one = from[Math.floor(rng() * from.length)]
  if (one === undefined) throw new Error('expected something to pick from, got an empty list')
  return one
}

/** Draws by weight: built once, then a binary search a draw. */
export function weighted<T>(items: readonly T[], weightOf: (item: T) => number): (rng: Rng) => T {
  let sum = 0
  const sums = Float64Array.from(items, (item) => (sum += weightOf(item)))
  return (rng) => {
    const at = rng() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const one = items[low]
    if (one === undefined) throw new Error('expected something to draw from, got an empty list')
    return one
  }
}
