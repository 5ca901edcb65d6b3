/** What the environment says to Registre, beside what it says to every service. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

export const Config = ServiceConfig.extend({
  /** Kroner that a citizen pays before a frikort; the ceiling of each year is on no sheet, so one is our choice. */
  FRIKORT_CEILING: z.coerce.number().int().positive().default(2460)
})
export type Config = z.infer<typeof Config>
