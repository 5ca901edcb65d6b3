/** A change of a party as it is asked for, and as it is told. */
import { HerId, Party, PartyOrganisation, Tjeneste } from '@budstikka/meldinger'
import { z } from 'zod'
import type { Endringer } from './state.ts'

/** The fields that shall be different; a party that is not there yet needs all that a party must have. */
export const PartyChange = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  tjeneste: Tjeneste.optional(),
  organisation: PartyOrganisation.optional(),
  municipality: Party.shape.municipality,
  person: Party.shape.person,
  active: z.boolean().optional(),
  /** null: it has not moved after all. */
  movedTo: HerId.nullable().optional()
})
export type PartyChange = z.infer<typeof PartyChange>

/** Event `part-endret`, and a line of the change feed. */
export const Endring = z.object({
  /** From 1, without gaps. */
  sequence: z.number().int().min(1),
  herId: HerId,
  type: z.enum(['created', 'updated']),
  /** Names of the fields that are different. */
  changed: z.array(z.string()),
  /** As it is after the change. */
  party: Party
})
export type Endring = z.infer<typeof Endring>

/** How the feed is asked, and what it answers. */
export const FeedQuery = z.object({
  etter: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('the newest sequence number that one knows; 0: from the first'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100)
})
export const Feed = z.object({
  endringer: z.array(Endring),
  siste: z.number().int().describe('the newest sequence number of all')
})

export const feedOf = (endringer: Endringer, { etter, limit }: z.infer<typeof FeedQuery>): z.infer<typeof Feed> => ({
  endringer: [...endringer.after(etter, limit)],
  siste: endringer.newest()
})
