/** Queries that several dashboards ask: what was published, and what is counted in full scale. */

/** `matchers`: 'year="$aar",system=~"$system"' and so on. */
export const planned = (matchers: string) => `sum by (system, flow, status) (budstikka_plan_occurrences{${matchers}})`
export const published = (matchers: string) =>
  `sum by (system, flow, status) (budstikka_published_occurrences{${matchers}})`
export const publishedLow = (matchers: string) =>
  `sum by (system, flow, status) (budstikka_published_low_occurrences{${matchers}})`
export const publishedHigh = (matchers: string) =>
  `sum by (system, flow, status) (budstikka_published_high_occurrences{${matchers}})`
/** One melding of the replay stands for so many. */
export const counted = (matchers: string) =>
  `sum by (system, flow, status) (budstikka_counted_sendings{${matchers}} * on (year) group_left () budstikka_replay_scale_ratio)`
/** Within 1: as published, or a share of it. */
export const countedShare = (matchers: string) => `${counted(matchers)} / ${planned(matchers)}`

/** Sendings that nothing accounts for; 0 when the books balance. */
export const unaccounted =
  'sum(budstikka_sendings_total) - sum(budstikka_sendings_in_flight) - sum(budstikka_meldinger_total)'

export const planLabels = { system: 'System', flow: 'Strøm', status: 'Status' } as const
