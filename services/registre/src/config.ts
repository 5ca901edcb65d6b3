/** What the environment says to Registre, beside what it says to every service. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

export const Config = ServiceConfig.extend({
  FRIKORT_CEILING: z.coerce
    .number()
    .int()
    .positive()
    .default(2460)
    .describe('kroner that a citizen pays in a year before a frikort; our choice, for every year'),
  HELSEID_JWKS: z
    .string()
    .optional()
    .describe(
      'public keys (JWKS) that the proof of who has logged in must be signed with; without them it is believed'
    ),
  HELSEID_KEY: z
    .string()
    .optional()
    .describe(
      'private key (JWK, P-256) by which Helsenorge signs who has logged in and who has a fullmakt; unsigned without'
    )
})
export type Config = z.infer<typeof Config>
