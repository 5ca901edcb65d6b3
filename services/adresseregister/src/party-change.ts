/** A change of a party as it is asked for, and as it is told. */
import { HerId, Party, PartyOrganisation, Tjeneste } from '@budstikka/meldinger'
import { feedOf, type FeedQuery } from '@budstikka/service'
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

export const Feed = feedOf(Endring)

export const feedAfter = (endringer: Endringer, { etter, limit }: FeedQuery): z.infer<typeof Feed> => ({
  endringer: [...endringer.after(etter, limit)],
  siste: endringer.newest()
})
