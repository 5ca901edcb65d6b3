/** Limits of the receipt delay's histogram: simulated seconds, from a minute to the 96 hours of HITS 1168 §9.1. */
export const delayBuckets = [60, 300, 900, 3_600, 14_400, 28_800, 86_400, 172_800, 345_600] as const
