/** Where a told death or cause stands, and how that changes with what its register answers. */
import type { DodsarsakAnswer } from '@budstikka/meldinger'
import { z } from 'zod'

/** venter: not yet answered; mottatt: received; godkjent or avvist: decided. */
export const Tilstand = z.object({
  status: z.enum(['venter', 'mottatt', 'godkjent', 'avvist']),
  /** The register's own. */
  referanse: z.string().optional(),
  begrunnelse: z.string().optional()
})
export type Tilstand = z.infer<typeof Tilstand>

export type Answer =
  | DodsarsakAnswer
  | { readonly type: 'beslutning'; readonly beslutning: string; readonly begrunnelse?: string | undefined }

export const venter: Tilstand = { status: 'venter' }
export const isDecided = ({ status }: Tilstand) => status === 'godkjent' || status === 'avvist'

/** A decision stands; a receipt that comes after it says nothing new. */
export function handle(before: Tilstand, answer: Answer): Tilstand {
  switch (answer.type) {
    case 'mottatt':
      return { ...before, referanse: answer.referanse, ...(!isDecided(before) && { status: 'mottatt' }) }
    case 'avvist':
      return { ...before, status: 'avvist', begrunnelse: answer.begrunnelse }
    case 'beslutning':
      return {
        ...before,
        status: isApproval(answer.beslutning) ? 'godkjent' : 'avvist',
        ...(answer.begrunnelse !== undefined && { begrunnelse: answer.begrunnelse })
      }
  }
}

// Of Folkeregisteret's five decisions these two mean that the register says what was told.
const isApproval = (beslutning: string) => beslutning === 'godkjent' || beslutning === 'registrert'
