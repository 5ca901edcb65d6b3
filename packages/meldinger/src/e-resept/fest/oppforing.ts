/** What every catalogue of FEST is made of: entries that are active or gone. */
import { CS } from '../../felles/kith.ts'
import { dateTime, ncName } from '../../felles/leaves.ts'
import type { Check, Fields } from '../../xml/schema.ts'
import { element, many, optional } from '../../xml/schema.ts'
import { kithNs } from '../namespace.ts'

export const m30 = kithNs('m30/2014-12-01')

/** `Status` is list 7446: A active, U gone; an entry that is gone may hold nothing more. */
export const oppforinger = <F extends Fields>(fields: F, check?: Check) =>
  many(element(m30, { Id: ncName, Tidspunkt: dateTime, Status: CS, ...fields }, check))

export const katalog = <F extends Fields>(fields: F) => optional(element(m30, fields))
