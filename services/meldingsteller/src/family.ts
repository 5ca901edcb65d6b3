/** Short ways to say a counter and a gauge. */
import type { Family, Sample } from '@budstikka/service'

const family =
  (type: 'counter' | 'gauge') =>
  (name: string, help: string, samples: Iterable<Sample>): Family => ({ name, type, help, samples })

/** `name` ends in _total, `help` is a sentence. */
export const counter = family('counter')
export const gauge = family('gauge')
/** The only series of a family. */
export const one = (value: number): Sample[] => [{ value }]
