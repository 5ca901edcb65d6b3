/** A register's changes by sequence number, from 1 and without gaps, for those who follow them instead of asking again. */
import type { Store } from '@budstikka/transport'
import { z } from 'zod'

/** As Adresseregisteret's feed is asked. */
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

/** Kept by sequence number where other tables keep time, so that the feed is one range of the index. */
export function openFeed<Endring extends { readonly sekvensnummer: number }>(
  store: Store,
  table: string,
  schema: z.ZodType<Endring>
) {
  const feed = store.table(table)
  const from = (sekvensnummer: number, limit: number): Endring[] =>
    feed.between(sekvensnummer, Number.MAX_SAFE_INTEGER, limit).map(({ value }) => schema.parse(JSON.parse(value)))
  return {
    newest: () => feed.count(),
    /** Those from a sequence number on, oldest first. */
    from,
    after: ({ etter, limit }: FeedQuery) => ({ endringer: from(etter + 1, limit), siste: feed.count() }),
    /** Call in a transaction; numbered here. */
    add(endring: Omit<Endring, 'sekvensnummer'>): void {
      const sekvensnummer = feed.count() + 1
      feed.put(String(sekvensnummer), JSON.stringify({ sekvensnummer, ...endring }), sekvensnummer)
    }
  }
}
