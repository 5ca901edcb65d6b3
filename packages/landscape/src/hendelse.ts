/** What happens in the world (an admission, a decision, a death) and makes somebody send a melding; drives a replay. */
import { z } from 'zod'

/** One happening at one party. Everything that follows from it follows from these values alone, so a run can be repeated. */
export const Hendelse = z.object({
  /** Unique in the run; the MsgId of what it causes is derived from it. */
  id: z.string(),
  /** Simulated time, milliseconds since 1970. */
  at: z.number(),
  /** HER-id (level 2) of the party that acts, and of the one that it writes to. */
  actor: z.string(),
  counterpart: z.string(),
  /** Fødselsnummer or D-nummer, synthetic. */
  patient: z.string(),
  /** What the actor sends: a code of list 8279, or the letter of an old format. */
  meldingType: z.string(),
  /** Forsendelsesstatus: N new, M changed, C cancelled, A supplement (list 7309). */
  status: z.enum(['N', 'M', 'C', 'A']).default('N'),
  /** Id of the happening that began the conversation, and of the one before in it; absent in the first. */
  first: z.string().optional(),
  previous: z.string().optional(),
  /** When those two happen; the MsgId of what they cause is derived from the id and the time. */
  firstAt: z.number().optional(),
  previousAt: z.number().optional(),
  /** Further receivers (copies). */
  copies: z.array(z.string()).default([]),
  /** HER-id of another whom the content names: the pharmacy that a prescription is sent to. */
  named: z.string().optional(),
  /** What makes it odd: 'poor-patient' sends first with a patient who cannot be identified (answered E36), then again corrected. */
  variant: z.enum(['plain', 'poor-patient', 'resend']).default('plain'),
  /** List 9121, 9140 … : what the content needs to know beyond the type. */
  detail: z.string().optional(),
  /** Whether the receiver is expected to answer with a melding of its own (it decides by the same value). */
  expectsAnswer: z.boolean().default(false)
})
export type Hendelse = z.infer<typeof Hendelse>

/** Event 'hendelse' carries many at once, in order of time. */
export const Hendelser = z.object({ hendelser: z.array(Hendelse) })
/** Event 'klokke': everything that happened before `at` has been told. */
export const Klokke = z.object({ at: z.number() })

/** Those of event 'hendelse' whose actor is meant. Most are for other services, and are read no further. Throws on what is no happening. */
export function hendelserOf(data: unknown, isMeant: (actor: string) => boolean): readonly Hendelse[] {
  return Told.parse(data).hendelser.flatMap((one) => (isMeant(actorOf(one)) ? [Hendelse.parse(one)] : []))
}
const Told = z.object({ hendelser: z.array(z.unknown()) })
const actorOf = (one: unknown) =>
  typeof one === 'object' && one !== null && 'actor' in one && typeof one.actor === 'string' ? one.actor : ''
