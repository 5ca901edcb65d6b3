/** What Folkeregisteret says of a person, in the words of its own person document. */
import type { Landscape } from '@budstikka/landscape'
import { SyntheticNumber } from '@budstikka/meldinger'
import { z } from 'zod'
import { Hendelse } from './hendelse.ts'
import type { Folkeregister } from './state.ts'

/** A person number stands in a body only, never in a URL, a subject or a log (ARCHITECTURE.md, The wire). */
export const PersonQuestion = z.strictObject({ identifikasjonsnummer: SyntheticNumber })

export const Persondokument = z.object({
  identifikasjonsnummer: z.string(),
  status: z.enum(['bosatt', 'doed']),
  navn: z.object({ fornavn: z.string(), etternavn: z.string() }),
  bostedsadresse: z.object({ kommunenummer: z.string() }),
  doedsfall: z.object({ doedsdato: z.string() }).optional()
})
export type Persondokument = z.infer<typeof Persondokument>

/** As Folkeregisteret's feed is asked; `direction` has one value here. */
export const FeedQuestion = z.object({
  seq: z.coerce.number().int().min(1).default(1).describe('the first sequence number that one wants'),
  direction: z.literal('nyere').default('nyere'),
  pageSize: z.coerce.number().int().min(1).max(1_000).default(100)
})
export const Feed = z.array(Hendelse)

export const feedOf = (folkeregister: Folkeregister, { seq, pageSize }: z.infer<typeof FeedQuestion>) => [
  ...folkeregister.from(seq, pageSize)
]

export function personOf(
  folkeregister: Folkeregister,
  { person }: Pick<Landscape, 'person'>,
  { identifikasjonsnummer }: z.infer<typeof PersonQuestion>
): Persondokument {
  const { givenName, familyName, municipality } = person(identifikasjonsnummer)
  const { dodsdato } = folkeregister.person(identifikasjonsnummer)
  return {
    identifikasjonsnummer,
    status: dodsdato === undefined ? 'bosatt' : 'doed',
    navn: { fornavn: givenName, etternavn: familyName },
    bostedsadresse: { kommunenummer: municipality },
    ...(dodsdato !== undefined && { doedsfall: { doedsdato: dodsdato } })
  }
}
