/** A register's changes as they are kept, for those who follow them instead of asking again. */
import type { FeedQuery } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import type { z } from 'zod'

/** Of a union, each of them. */
type Unnumbered<Endring> = Endring extends unknown ? Omit<Endring, 'sekvensnummer'> : never

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
    add(endring: Unnumbered<Endring>): void {
      const sekvensnummer = feed.count() + 1
      feed.put(String(sekvensnummer), JSON.stringify({ sekvensnummer, ...endring }), sekvensnummer)
    }
  }
}
