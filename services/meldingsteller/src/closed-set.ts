/** A label's values as a closed set: the first so many, and 'other' for all that comes after. */

/** The same order gives the same set, so a restart keeps the names. */
export function closedSet(max: number): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (known.size >= max) return 'other'
    known.add(value)
    return value
  }
}

/** More than the 233 codes of list 8279: whatever subjects are made up, a metric has no more types than this (our choice). */
export const typesMax = 256
