/** The proof of who has logged in: a token of HelseID, which goes along with what a net pharmacy or Helsenorge asks. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { openHelseId } from '@budstikka/service'
import { z } from 'zod'

/** The person number that a token is about; undefined where it proves nothing. */
export type Bevis = (token: string) => string | undefined

const Claims = z.object({
  'helseid://claims/identity/security_level': z.literal('4'),
  'helseid://claims/identity/pid': z.string().refine((id) => identifyPersonNumber(id)?.isSynthetic === true)
})

/** As `openHelseId`. */
export function openBevis(jwks: string | undefined, now?: () => number): Bevis {
  const helseId = openHelseId(jwks, now)
  return (token) => Claims.safeParse(helseId(token)).data?.['helseid://claims/identity/pid']
}
