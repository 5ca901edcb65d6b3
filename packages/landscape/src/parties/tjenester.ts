/** Which service types an organisation of each type has, and what they are called (HIS 1153-3 table 2, lists 8658–8669). */
import { Tjeneste } from '@budstikka/meldinger'
import { readRows } from '../data.ts'

export type TjenesteRow = {
  /** Type of enterprise, list 9040. */
  readonly businessType: string
  readonly tjeneste: Tjeneste
  readonly name: string
  /** Part of the organisations that have it; 1 is all. Assumed, but for those that care messages need. */
  readonly share: number
}

/** Every row of data/tjenester.tsv. The type of enterprise decides which lists are allowed; which codes each one has is our choice. */
export function tjenesteRows(): readonly TjenesteRow[] {
  return readRows('tjenester.tsv').map((row) => ({
    businessType: row('businessType'),
    tjeneste: Tjeneste.parse(row('tjeneste')),
    name: row('name'),
    share: Number(row('share'))
  }))
}
