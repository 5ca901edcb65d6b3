/** What is wrong with an element by its schema, and where, while it is being read. */

/** In words that hold no person data: names of elements and lengths of values, never a value. */
export type Fault = { readonly path: string; readonly expected: string; readonly came: string }

/** One reading of one document: where it stands, and what it found. */
export type Reading = { readonly faults: Fault[]; readonly path: string[] }

/** More are not told: the sender has enough to mend, and a hostile document shall not fill the memory. */
const faultsMax = 100
const nameMax = 64

export function fault(reading: Reading, expected: string, came: string): void {
  if (reading.faults.length < faultsMax) reading.faults.push({ path: reading.path.join('/'), expected, came })
}

/** A name that came from outside, cut to what a fault may carry. */
export function shortName(name: string): string {
  return name.slice(0, nameMax)
}
