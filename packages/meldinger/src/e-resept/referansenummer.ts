/** M4.1 and M4.2: the prescriber fetches reference numbers for prescriptions that name no person number. */
import { int, text } from '../felles/leaves.ts'
import { element, some } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

export const M41 = element(kithNs('m41/2006-10-06'), { Antall: int })
export const M42 = element(kithNs('m42/2006-10-06'), { RefNr: some(text) })
