/** A decision of Folkeregisteret as its feed tells it, and the event by which everybody else hears of a death. */
import { z } from 'zod'

/** Folkeregisteret's decisions on a message from outside (Skatteetaten, tilbakemelding v2). */
export const Beslutning = z.enum(['godkjent', 'avslaatt', 'avvist', 'avbrutt', 'registrert'])
export type Beslutning = z.infer<typeof Beslutning>

export const Hendelse = z.object({
  /** From 1, without gaps. */
  sekvensnummer: z.number().int().min(1),
  folkeregisterReferanse: z.string(),
  avsendersMeldingsidentifikator: z.string(),
  beslutning: Beslutning,
  /** Why it was not approved. */
  begrunnelse: z.string().optional()
})
export type Hendelse = z.infer<typeof Hendelse>

/** Event `dodsfall`: told of a death, or that it was told in error; never of its cause. */
export type DodsfallEvent = {
  readonly fodselsnummer: string
  /** yyyy-mm-dd; absent when it was told in error. */
  readonly dodsdato?: string
  readonly annullert: boolean
}
