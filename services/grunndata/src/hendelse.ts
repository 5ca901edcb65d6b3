/** What Folkeregisteret's feed tells of a case: a decision, or that somebody looks at it first; and the event by which everybody else hears of a death. */
import { z } from 'zod'

/** Folkeregisteret's decisions on a message from outside (Skatteetaten, tilbakemelding v2). */
export const Beslutning = z.enum(['godkjent', 'avslaatt', 'avvist', 'avbrutt', 'registrert'])
export type Beslutning = z.infer<typeof Beslutning>

const sak = {
  /** From 1, without gaps. */
  sekvensnummer: z.number().int().min(1),
  folkeregisterReferanse: z.string(),
  avsendersMeldingsidentifikator: z.string()
}
/** One or the other (Skatteetaten, HendelserISakOmFolkeregistrering 1.0); of its reasons, whose codes are not published, the words. */
export const Hendelse = z.union([
  z.object({
    ...sak,
    beslutning: Beslutning,
    /** Why it was not approved. */
    begrunnelse: z.string().optional()
  }),
  z.object({ ...sak, sakTilManuellBehandling: z.object({ begrunnelse: z.string() }) })
])
export type Hendelse = z.infer<typeof Hendelse>

/** What somebody at the register decides of a case (our own door: whoever does so sits within Skatteetaten). */
export const Sakbeslutning = z.strictObject({
  referanse: z.uuid(),
  beslutning: Beslutning.extract(['godkjent', 'avslaatt', 'avbrutt']),
  begrunnelse: z.string().min(1).max(400).optional()
})
export const Besluttet = z.object({ beslutning: Beslutning })

/** Event `dodsfall`: told of a death, or that it was told in error; never of its cause. */
export type DodsfallEvent = {
  readonly fodselsnummer: string
  /** yyyy-mm-dd; absent when it was told in error. */
  readonly dodsdato?: string
  readonly annullert: boolean
}
