/** Norway's municipalities in the years that can be replayed: number, name and weight (SSB classification 131). */
import { readRows } from './data.ts'

export type Municipality = {
  /** Kommunenummer, four digits; the first two are the county. */
  readonly number: string
  readonly name: string
  /** Population of 2015 moved to the year's structure: a weight for synthetic traffic, not a statistic. */
  readonly weight: number
}

/** The municipalities of a year, by number: 422 in 2018 and 2019, 356 from 2020 to 2023. Throws outside 2018–2023. */
export function municipalitiesOf(year: number): readonly Municipality[] {
  const rows = readRows('kommuner.tsv').filter((row) => Number(row('first')) <= year && year <= Number(row('last')))
  if (rows.length === 0) throw new Error(`expected a year from 2018 to 2023, got ${year}`)
  return rows
    .map((row) => ({ number: row('number'), name: row('name'), weight: Number(row('weight')) }))
    .toSorted((one, other) => (one.number < other.number ? -1 : 1))
}
