/** How a register's change feed is asked, and what it answers: changes by sequence number, from 1 and without gaps. */
import { z } from 'zod'

export const FeedQuery = z.object({
  etter: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('the newest sequence number that one knows; 0: from the first'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100)
})
export type FeedQuery = z.infer<typeof FeedQuery>

export const feedOf = <Endring extends z.ZodType>(endring: Endring) =>
  z.object({ endringer: z.array(endring), siste: z.number().int().describe('the newest sequence number of all') })
