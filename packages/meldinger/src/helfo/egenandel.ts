/** Frikort and egenandel of 2016: whether a citizen is to pay, one at a time or many (HIS 1024). */
import { CS } from '../felles/kith.ts'
import { date, text } from '../felles/leaves.ts'
import { oneOf } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import { complexType, element, exactlyOneOf, leaf, optional, some } from '../xml/schema.ts'

export const egenandelNs = 'http://www.kith.no/xmlstds/nav/egenandel/2016-06-10'
export const mengdeNs = 'http://www.kith.no/xmlstds/nav/egenandelmengde/2016-06-10'

/** Services of the first ceiling, and of the second. */
export const tak1 = ['A', 'S', 'B', 'LE', 'PO', 'HS', 'LR', 'PR', 'PS'] as const
export const tak2 = ['TB', 'RH', 'FT', 'BR'] as const
const TjenestetypeKode = leaf(oneOf(...tak1, ...tak2))

const fritak = { BorgerFnr: text, Dato: date }
const frikort = { ...fritak, TjenestetypeKode }

export const EgenandelForesporselV2 = element(
  egenandelNs,
  {
    HarBorgerFrikort: optional(complexType(egenandelNs, frikort)),
    HarBorgerEgenandelfritak: optional(complexType(egenandelNs, fritak))
  },
  exactlyOneOf('HarBorgerFrikort', 'HarBorgerEgenandelfritak')
)
export type EgenandelForesporselV2 = Infer<typeof EgenandelForesporselV2>

export const EgenandelSvarV2 = element(egenandelNs, { Status: CS, Svarmelding: text })
export type EgenandelSvarV2 = Infer<typeof EgenandelSvarV2>

export const EgenandelMengdeForesporselV2 = element(mengdeNs, {
  HarBorgerFrikort: some(complexType(mengdeNs, frikort))
})
export type EgenandelMengdeForesporselV2 = Infer<typeof EgenandelMengdeForesporselV2>

export const EgenandelMengdeSvarV2 = element(mengdeNs, {
  HarBorgerFrikortSvar: some(complexType(mengdeNs, { ...frikort, Status: CS, Svarmelding: optional(text) }))
})
export type EgenandelMengdeSvarV2 = Infer<typeof EgenandelMengdeSvarV2>
