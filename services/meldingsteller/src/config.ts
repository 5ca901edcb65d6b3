/** The environment of meldingsteller; the defaults are our choice. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

export const Config = ServiceConfig.extend({
  FLOW_PAIRS_MAX: z.coerce
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(2_000)
    .describe('pairs of sender and receiver with series of their own in /metrics'),
  FLOW_CELLS_MAX: z.coerce
    .number()
    .int()
    .min(1_000)
    .default(10_000)
    .describe('cells of the flow kept in memory, some 400 bytes each; one that is not is read in some 5 µs'),
  REMEMBER_DAYS: z.coerce
    .number()
    .int()
    .min(90)
    .default(90)
    .describe('simulated days for which a settled melding is remembered; never shorter than the resend rules'),
  BATCH_MAX: z.coerce.number().int().min(1).max(10_000).default(1_024).describe('messages counted in one transaction'),
  TRIM_MS: z.coerce.number().int().min(100).default(5_000).describe('time between two trimmings of the streams'),
  TRIM_AWAITS: z
    .string()
    .default('')
    .describe('durables without which nothing is trimmed, with commas between: epj,epj-events'),
  DEAD_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('dead letters that stay in the stream; no limit without'),
  DEAD_DAYS: z.coerce.number().positive().optional().describe('days that a dead letter stays in the stream, real time'),
  DEAD_SHARE_MAX: z.coerce
    .number()
    .gt(0)
    .max(1)
    .default(0.8)
    .describe('share of the stream DEAD that letters may fill before the oldest are moved to the file')
})
export type Config = z.infer<typeof Config>
