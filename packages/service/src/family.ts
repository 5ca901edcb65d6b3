/** Short ways to say a counter and a gauge. */
import type { Family, Sample } from './exposition.ts'

const family =
  (type: 'counter' | 'gauge') =>
  (name: string, help: string, samples: Iterable<Sample>): Family => ({ name, type, help, samples })

/** `name` ends in _total, `help` is a sentence. */
export const counterOf = family('counter')
/** `help` is a sentence. */
export const gaugeOf = family('gauge')
/** The only series of a family. */
export const oneSample = (value: number): Sample[] => [{ value }]
