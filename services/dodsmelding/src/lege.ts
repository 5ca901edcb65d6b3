/** Who tells: a doctor by their own token of HelseID, never a machine's; as who they say that they are (NHN, Dødsmelding). */
import { HprNumber, SyntheticNumber } from '@budstikka/meldinger'
import { openHelseId, problem, type Problem, tokenIn } from '@budstikka/service'
import { z } from 'zod'

const scope = 'nhn:dodsmelding/api'
const identity = 'helseid://claims/identity'

/** Level 3 or more, or assurance substantial or more. */
const Claims = z
  .looseObject({
    scope: z.union([z.string(), z.array(z.string())]),
    [`${identity}/pid`]: SyntheticNumber,
    [`${identity}/security_level`]: z.string().optional(),
    [`${identity}/assurance_level`]: z.string().optional(),
    'helseid://claims/hpr/hpr_number': HprNumber
  })
  .refine(
    ({ scope: given }) => (typeof given === 'string' ? given.split(' ') : given).includes(scope),
    `expected the scope ${scope}`
  )
  .refine(
    (claims) =>
      ['3', '4'].includes(String(claims[`${identity}/security_level`])) ||
      ['substantial', 'high'].includes(String(claims[`${identity}/assurance_level`])),
    'expected security level 3 or more, or assurance level substantial or more'
  )

/** Undefined where the doctor may tell. */
export type MayTell = (authorization: string | undefined, lege: string) => Problem | undefined

/** `jwks`: keys that tokens must be signed with; without them no token is asked for. */
export function openMayTell(jwks: string | undefined, now?: () => number): MayTell {
  if (jwks === undefined) return () => undefined
  const helseId = openHelseId(jwks, now)
  return (authorization = '', lege) => {
    const claims = helseId(tokenIn(authorization))
    if (claims === undefined) return problem(401, 'expected a token of HelseID that holds')
    const read = Claims.safeParse(claims)
    if (!read.success) return problem(403, z.prettifyError(read.error))
    return plain(read.data['helseid://claims/hpr/hpr_number']) === plain(lege)
      ? undefined
      : problem(403, 'expected lege to be the HPR number of who has logged in')
  }
}

const plain = (hprNummer: string) => hprNummer.replace(/^0+/, '')
