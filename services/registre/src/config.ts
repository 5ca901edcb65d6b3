/** What the environment says to Registre, beside what it says to every service. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

export const Config = ServiceConfig.extend({
  FRIKORT_CEILING: z.coerce
    .number()
    .int()
    .positive()
    .default(2460)
    .describe('kroner that a citizen pays in a year before a frikort; our choice, for every year')
})
export type Config = z.infer<typeof Config>
