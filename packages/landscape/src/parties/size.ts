/** How many of each kind of party a year has. */

export type Size = {
  /** Only so many municipalities, the most populous; all when absent. Everything else shrinks with their population. */
  readonly municipalities?: number
  /** Patient lists of GPs: 4 814 on 31 December 2018, 5 010 and 5 133 person-years in 2019 and 2020 (SSB); carried on. */
  readonly gpLists: number
  /** About 1 500, general knowledge; no source was found. */
  readonly gpOffices: number
  /** 950 (2019, population / 5 600), 988 (2020/21), 1 043 (November 2022), 1 045 (2023). */
  readonly pharmacies: number
  /** Private radiology institutes and private laboratories: assumed. */
  readonly radiologyInstitutes: number
  readonly laboratories: number
}

/** The size of a year (volumes: how many actors). */
export function sizeOf(year: number): Size {
  return {
    gpLists: year <= 2018 ? 4814 : year === 2019 ? 5010 : 5133,
    gpOffices: 1500,
    pharmacies: year <= 2019 ? 950 : year <= 2021 ? 988 : year === 2022 ? 1043 : 1045,
    radiologyInstitutes: 15,
    laboratories: 15
  }
}
