/** The report of a run: what was planned, what was counted, whether they are equal, and whether the books balance. */
import { z } from 'zod'

const Count = z.int().nonnegative()

/** Every sending is in exactly one place: sent = delivered + rejected + dead + inFlight. */
export const Books = z.object({
  sent: Count,
  /** Answered by an AppRec with status 1 or 3 (list 8258). */
  delivered: Count,
  /** Answered by an AppRec with status 2. */
  rejected: Count,
  dead: Count,
  inFlight: Count,
  /** Said to be sent, and nowhere. */
  lost: Count,
  /** Second receipts for the same melding and receiver (HITS 1168 §5.1: exactly one). */
  duplicated: Count
})
export type Books = z.infer<typeof Books>

/** P published, X published elsewhere, D derived, A assumed. */
export const ReplayedStatus = z.enum(['P', 'X', 'D', 'A'])
export type ReplayedStatus = z.infer<typeof ReplayedStatus>

const Published = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable()

export const ReportRow = z.object({
  type: z.string(),
  sender: z.string(),
  receiver: z.string(),
  status: ReplayedStatus,
  /** Sendings, in the scale of the run. */
  planned: Count,
  counted: Count,
  /** In full scale; null where nothing was published. */
  published: Published,
  equal: z.boolean()
})
export type ReportRow = z.infer<typeof ReportRow>

/** A row of the plan that nobody sends: planned, and never shown as if it were sent. */
export const UnsentRow = z.object({
  type: z.string(),
  sender: z.string(),
  receiver: z.string(),
  status: z.enum([...ReplayedStatus.options, 'U']),
  /** In the scale of the run; null where it is unknown. */
  planned: Count.nullable(),
  published: Published
})
export type UnsentRow = z.infer<typeof UnsentRow>

/** The year's total of medical messages, in the scale of the run. */
export const Total = z.object({
  planned: Count,
  counted: Count,
  published: Published,
  equal: z.boolean()
})
export type Total = z.infer<typeof Total>

export const Report = z.object({
  year: z.int(),
  /** One melding stands for so many. */
  scale: z.number().positive(),
  seed: z.union([z.string(), z.number()]),
  rows: z.array(ReportRow),
  books: Books,
  /** Of unique meldinger (MsgId, sender, receiver). */
  receipts: z.object({ ok: Count, rejected: Count, missing: Count }),
  rate: z.object({
    meldingerPerSecond: z.number().nonnegative(),
    seconds: z.number().nonnegative(),
    bytes: Count
  }),
  /** Of all meldinger sent. */
  hash: z.string(),
  /** Of a whole year's run of everything; absent otherwise. */
  total: Total.optional(),
  unsent: z.array(UnsentRow).optional(),
  /** Look-ups are no meldinger, and stand in no sum of them; absent where none were played. */
  lookUps: z.array(ReportRow).optional(),
  /** Deaths, told to two registers; the same holds. */
  deaths: z.array(ReportRow).optional(),
  /** Visits to Helsenorge and what is done there, applications to Pasientreiser; the same holds. */
  helsenorge: z.array(ReportRow).optional(),
  /** Look-ups in base data; the same holds. */
  baseData: z.array(ReportRow).optional()
})
export type Report = z.infer<typeof Report>
