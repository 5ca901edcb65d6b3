/** One line of the log that a person can see: who looked, for whom, when, on what basis, and what came of it. */
import { z } from 'zod'

export const Logginnslag = z.object({
  id: z.string(),
  /** Milliseconds since 1970, simulated. */
  at: z.number(),
  hprNummer: z.string(),
  /** List 9060. */
  rolle: z.string(),
  organisasjonsnummer: z.string(),
  organisasjon: z.string(),
  grunnlag: z.enum(['SAMTYKKE', 'AKUTT', 'UNNTAK']),
  /** Where it opened what the person had closed: by what. */
  apner: z.enum(['SAMTYKKE', 'AKUTT']).optional(),
  hva: z.enum(['helseindikator', 'journal', 'kritisk']),
  /** 'ingen': there was no kjernejournal; 'blokkert': the person has blocked this one; 'avvist': who asked has no access. */
  utfall: z.enum(['åpnet', 'sperring åpnet', 'ingen', 'blokkert', 'avvist'])
})
export type Logginnslag = z.infer<typeof Logginnslag>
