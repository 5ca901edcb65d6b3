/** What is told of a person by event, for everybody who keeps something of them: a death (Folkeregisteret), a reservation (privacy settings). */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { z } from 'zod'

/** Event 'dodsfall'; who tells of a death without the person's number cannot be heard. */
export const Dodsfall = z.object({
  fodselsnummer: z.string().optional(),
  /** yyyy-mm-dd. */
  dodsdato: z.string().optional(),
  /** The death was told in error. */
  annullert: z.boolean().default(false)
})

/** Event 'personvern': RES reserved, IRES no longer, TBO access limited, TBF no longer (list 7609), in a register of list 7610. */
export const Personvern = z.object({
  fodselsnummer: z.string(),
  endring: z.string(),
  part: z.string(),
  /** HPR number of whom a limit of access names (NavngittHelseperson). */
  helseperson: z.string().optional(),
  /** The service that says it, of what it has done itself. */
  fra: z.string().optional()
})

const isSynthetic = (id: string) => identifyPersonNumber(id)?.isSynthetic === true

/** Event 'nytt-nummer': a person has got another number (Folkeregisteret, endringIIdentifikasjonsnummer). */
export const NyttNummer = z
  .object({ fra: z.string(), til: z.string() })
  .refine(
    ({ fra, til }) => isSynthetic(fra) && isSynthetic(til) && fra !== til,
    'expected two synthetic numbers (month + 80)'
  )
export type NyttNummer = z.infer<typeof NyttNummer>
