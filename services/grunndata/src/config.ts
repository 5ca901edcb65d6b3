/** The environment of Grunndata. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

export const Config = ServiceConfig.extend({
  KODEVERK_DIR: z
    .string()
    .optional()
    .describe('folder with kodeverk.json, whose lists are served whole; without it those parts that the meldinger use')
})
export type Config = z.infer<typeof Config>
