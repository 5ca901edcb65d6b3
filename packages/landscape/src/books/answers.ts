/** What meldingsteller answers, over NATS and HTTP: the books, the flow, and where a melding is and has been. */
import { z } from 'zod'
import { Books } from './report.ts'

const Count = z.int().nonnegative()

export const TellerBooks = Books.extend({
  /** Meldinger by (MsgId, sender, receiver); resends are not counted again here. */
  unique: Count,
  receipts: z.object({ ok: Count, rejected: Count, missing: Count }),
  /** Receipts for meldinger that were never seen: false, or older than what is remembered. */
  unmatched: Count,
  /** Messages whose authenticated sender is not the one that they name. */
  spoofed: Count,
  /** Messages whose headers say neither what they are nor whose. */
  unreadable: Count,
  deadLetters: z.record(z.string(), Count),
  /** Last position counted, by stream. */
  positions: z.object({ MELDINGER: Count, DEAD: Count }),
  /** Latest simulated time seen, milliseconds since 1970. */
  latest: Count
})
export type TellerBooks = z.infer<typeof TellerBooks>

/** Sendings by what became of them; sendings − ok − rejected − dead are in flight. */
export const FlowCounts = z.object({ sendings: Count, unique: Count, ok: Count, rejected: Count, dead: Count })
export type FlowCounts = z.infer<typeof FlowCounts>

/** One cell of the matrix: `sender` and `receiver` are HER-ids, `month` is yyyy-mm of simulated time in UTC. */
export const FlowRow = FlowCounts.extend({
  sender: z.string(),
  receiver: z.string(),
  type: z.string(),
  month: z.string()
})
export type FlowRow = z.infer<typeof FlowRow>

/** The same by business type of sender and receiver (list 9040; 'unknown' when the register had no such party). */
export const FlowByTypes = z.object({ rows: z.array(FlowRow) })
export type FlowByTypes = z.infer<typeof FlowByTypes>

export const LegStatus = z.enum(['in flight', 'delivered', 'rejected', 'dead', 'not seen'])
export type LegStatus = z.infer<typeof LegStatus>

/**
 * A melding on its way to one receiver; a copy is a leg of its own. Times are milliseconds since 1970: simulated, but for
 * `storedAt`, which is real time when the exchange stored it (0: not seen).
 */
export const JourneyLeg = z.object({
  from: z.string(),
  to: z.string(),
  type: z.string(),
  sentAt: Count,
  storedAt: Count,
  sendings: Count,
  status: LegStatus,
  receipt: z
    .object({
      id: z.string(),
      status: z.enum(['1', '2', '3']),
      at: Count,
      storedAt: Count,
      /** `<list>:<code>` of each error: 8221:E36. */
      errors: z.array(z.string())
    })
    .optional(),
  duplicated: Count,
  dead: z.object({ reason: z.string(), service: z.string() }).optional()
})
export type JourneyLeg = z.infer<typeof JourneyLeg>

export const Journey = z.object({ msgId: z.string(), legs: z.array(JourneyLeg) })
export type Journey = z.infer<typeof Journey>

/** Question and answer of the throttle: sendings before a simulated time that are still in flight. */
export const InFlightQuestion = z.object({ before: z.number() })
export const InFlightAnswer = z.object({ inFlight: Count, latest: Count })
export type InFlightAnswer = z.infer<typeof InFlightAnswer>

export const JourneyQuestion = z.object({ msgId: z.string().max(200) })
