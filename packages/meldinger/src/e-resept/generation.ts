/** The two generations of Forskrivning in use: in M1 that of 2013, in FEST that of 2014. */
import { oncePer } from '../felles/once-per.ts'
import type { Field } from '../xml/schema.ts'
import { inThisVersion } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

export type Generation = {
  /** Namespace of Forskrivning. */
  readonly fs: string
  /** What 2014 added, and what it took away. */
  readonly since2014: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
  readonly until2014: <T>(field: Field<T, 'optional'>) => Field<T, 'optional'>
  /** Bar codes that a pack may have. */
  readonly eanMax: number
}

const asItIs = <T>(field: Field<T, 'optional'>) => field
const absent = <T>(field: Field<T, 'optional'>) => inThisVersion(field, 'absent')

export const generation2013: Generation = {
  fs: kithNs('forskrivning/2013-10-08'),
  since2014: absent,
  until2014: asItIs,
  eanMax: 1
}
export const generation2014: Generation = {
  fs: kithNs('forskrivning/2014-12-01'),
  since2014: asItIs,
  until2014: absent,
  eanMax: Infinity
}

/** Makes shared parts once for each generation. */
export const perGeneration = <T>(make: (generation: Generation) => T) => oncePer(make)
