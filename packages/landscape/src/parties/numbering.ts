/** Numbers for invented parties: HER-ids, organisation numbers and HPR numbers that no real one has. */
import { HerId, organisasjonsnummer } from '@budstikka/meldinger'

export type Numbering = {
  herId(): HerId
  organisationNumber(): string
  hprNumber(): string
}

/**
 * Counts up from fixed starts, so the order of asking decides. Our choice, since no sheet names a range for synthetic parties:
 * HER-id from 9 000 001; organisation number from 300 000 000, where real ones begin with 8 or 9; HPR number of nine digits from 990 000 001.
 */
export function createNumbering(): Numbering {
  let her = 9_000_000
  let stem = 30_000_000
  let hpr = 990_000_000
  return {
    herId: () => HerId.parse(String(++her)),
    hprNumber: () => String(++hpr),
    organisationNumber: () => {
      let number: string | undefined
      while (number === undefined) number = organisasjonsnummer(String(++stem))
      return number
    }
  }
}
