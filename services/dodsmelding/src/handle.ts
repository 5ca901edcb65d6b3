/** Where a told death or cause stands, and how that changes with what its register answers. */
import type { DodsarsakAnswer } from '@budstikka/meldinger'
import { z } from 'zod'

/** venter: not yet answered; mottatt: received; manuell: somebody at the register looks at it; godkjent or avvist: decided. */
export const Tilstand = z.object({
  status: z.enum(['venter', 'mottatt', 'manuell', 'godkjent', 'avvist']),
  /** The register's own. */
  referanse: z.string().optional(),
  begrunnelse: z.string().optional()
})
export type Tilstand = z.infer<typeof Tilstand>

export type Answer =
  | DodsarsakAnswer
  | { readonly type: 'manuell'; readonly begrunnelse: string }
  | { readonly type: 'beslutning'; readonly beslutning: string; readonly begrunnelse?: string | undefined }

export const venter: Tilstand = { status: 'venter' }
export const isDecided = ({ status }: Tilstand) => status === 'godkjent' || status === 'avvist'

/** A decision stands; a receipt that comes after what the feed told says nothing new. */
export function handle(before: Tilstand, answer: Answer): Tilstand {
  switch (answer.type) {
    case 'mottatt':
      return { ...before, referanse: answer.referanse, ...(before.status === 'venter' && { status: 'mottatt' }) }
    case 'manuell':
      return isDecided(before) ? before : { ...before, status: 'manuell', begrunnelse: answer.begrunnelse }
    case 'avvist':
      return { ...before, status: 'avvist', begrunnelse: answer.begrunnelse }
    case 'beslutning': {
      const { begrunnelse: _before, ...rest } = before
      return {
        ...rest,
        status: isApproval(answer.beslutning) ? 'godkjent' : 'avvist',
        ...(answer.begrunnelse !== undefined && { begrunnelse: answer.begrunnelse })
      }
    }
  }
}

// Of Folkeregisteret's five decisions these two mean that the register says what was told.
const isApproval = (beslutning: string) => beslutning === 'godkjent' || beslutning === 'registrert'
