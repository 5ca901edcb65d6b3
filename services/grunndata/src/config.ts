/** The environment of Grunndata. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

const saksbehandling = ['straks', 'venter'] as const
export type Saksbehandling = (typeof saksbehandling)[number]

export const Config = ServiceConfig.extend({
  KODEVERK_DIR: z
    .string()
    .optional()
    .describe('folder with kodeverk.json, whose lists are served whole; without it those parts that the meldinger use'),
  SAKSBEHANDLING: z
    .enum(saksbehandling)
    .default('straks')
    .describe(
      'straks: what somebody at Folkeregisteret looks at, an annulment, is approved at once; venter: when they decide so; our choice'
    )
})
export type Config = z.infer<typeof Config>
