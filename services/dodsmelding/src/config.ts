/** What the environment says to Dødsmelding, beside what it says to every service. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

export const Config = ServiceConfig.extend({
  HELSEID_JWKS: z
    .string()
    .optional()
    .describe(
      'public keys (JWKS) that the token of the doctor who tells over HTTP must be signed with; without them none is asked for'
    )
})
export type Config = z.infer<typeof Config>
