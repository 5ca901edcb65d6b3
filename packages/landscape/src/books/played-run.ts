/** What a replay tells of itself, so that what is counted can be set beside what was published. */
import { z } from 'zod'

export const PlayedRun = z.object({
  year: z.int(),
  /** That month alone. */
  month: z.int().optional(),
  /** One melding stands for so many. */
  scale: z.number().positive(),
  seed: z.string()
})
export type PlayedRun = z.infer<typeof PlayedRun>

/** Bucket of the runs that a world has played, one a year, under its year. */
export const runsBucket = 'avspillinger'

/** The run whose year a month (yyyy-mm) is in or nearest to: answers may come after the turn of a year. */
export function nearestRun(runs: readonly PlayedRun[], month: string): PlayedRun | undefined {
  const distance = ({ year }: PlayedRun) => Math.abs(year - Number(month.slice(0, 4)))
  return runs.toSorted((one, other) => distance(one) - distance(other))[0]
}
