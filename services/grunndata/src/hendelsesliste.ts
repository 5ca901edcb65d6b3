/** Folkeregisteret's list of events, by which banks, NAV, courts and all others hear of a death, and never of its cause: nobody tells the register of that. */
import { z } from 'zod'

/**
 * Of the register's many types those that a death brings (Hendelsedokument 1.4). Which of them follows an annulment is our choice: who looks
 * the person up then sees somebody who lives.
 */
export const hendelsetyper = ['personErDoed', 'endringIDoedsfall'] as const
export type Hendelsetype = (typeof hendelsetyper)[number]

/** As the right to fewest things has it: who, and not how the person stands, which is looked up (Skatteetaten, hendelsesliste). */
export const Personhendelse = z.object({
  /** From 1, without gaps. */
  sekvensnummer: z.number().int().min(1),
  hendelse: z.object({
    folkeregisteridentifikator: z.string(),
    hendelsetype: z.enum(hendelsetyper),
    ajourholdstidspunkt: z.iso.datetime()
  })
})
export const Hendelsesliste = z.array(Personhendelse)

/** Fixed by the register. */
export const pageSize = 1_000

/** Skatteetaten names what somebody has a right to in the address, as in offentlig-med-hjemmel. */
export const Rettighetspakke = z.object({ rettighetspakke: z.string().regex(/^[a-z][a-z-]{0,40}$/) })
export const SeqQuery = z.object({
  seq: z.coerce.number().int().min(1).default(1).describe('the first sequence number that one wants')
})

/** What a decision brings; `before` and `after`: the day of death as it stood and stands. */
export const hendelsetypeOf = (before: string | undefined, after: string | undefined): Hendelsetype =>
  before === undefined && after !== undefined ? 'personErDoed' : 'endringIDoedsfall'
