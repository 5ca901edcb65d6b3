/** The two generations of Forskrivning in use: in M1 that of 2013, in FEST that of 2014. */
import type { Edition } from '../basismelding/edition.ts'
import { edition } from '../basismelding/edition.ts'
import { oncePer } from '../felles/once-per.ts'
import { kithNs } from './namespace.ts'

export const generation2013 = edition(kithNs('forskrivning/2013-10-08'), 'older')
export const generation2014 = edition(kithNs('forskrivning/2014-12-01'), 'newer')

/** Makes shared parts once for each generation. */
export const perGeneration = <T>(make: (generation: Edition) => T) => oncePer(make)
