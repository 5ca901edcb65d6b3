/** M21: Reseptformidleren asks the pharmacy that the prescriber chose to dispense. */
import { text } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'
import { EkspAnm } from './resept.ts'

export const Ekspederingsanmodning = element(kithNs('m21/2013-10-08'), {
  ReseptId: text,
  RefNr: optional(text),
  Fnr: optional(text),
  Navn: optional(text),
  EkspAnm
})
