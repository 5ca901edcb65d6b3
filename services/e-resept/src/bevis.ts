/** The proof of who has logged in: a token of HelseID, which goes along with what a net pharmacy or Helsenorge asks. */
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { identifyPersonNumber } from '@budstikka/meldinger'
import { z } from 'zod'

/** The person number that a token is about; undefined where it proves nothing. */
export type Bevis = (token: string) => string | undefined

const Claims = z.object({
  'helseid://claims/identity/security_level': z.literal('4'),
  'helseid://claims/identity/pid': z.string().refine((id) => identifyPersonNumber(id)?.isSynthetic === true),
  /** Seconds since 1970. */
  exp: z.number().optional()
})
const Header = z.object({ alg: z.enum(['RS256', 'ES256']), kid: z.string().optional() })
const Jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string().optional() })) })

/** `jwks`: keys that tokens must be signed with; a machine without HelseID has none, and believes what it is told. */
export function openBevis(jwks: string | undefined, now: () => number = Date.now): Bevis {
  const keys = jwks === undefined ? undefined : Jwks.parse(JSON.parse(jwks)).keys
  return (token) => {
    const [header = '', body = '', signature = ''] = token.split('.')
    const claims = Claims.safeParse(jsonOf(body))
    if (!claims.success) return undefined
    if (keys !== undefined && !isSigned({ header, body, signature }, keys)) return undefined
    const { exp } = claims.data
    if (exp !== undefined && exp * 1000 <= now()) return undefined
    return claims.data['helseid://claims/identity/pid']
  }
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

type Parts = { readonly header: string; readonly body: string; readonly signature: string }

function isSigned({ header, body, signature }: Parts, keys: readonly JsonWebKey[]): boolean {
  const read = Header.safeParse(jsonOf(header))
  const jwk = read.success ? keys.find(({ kid }) => kid === read.data.kid) : undefined
  if (!read.success || jwk === undefined || jwk['kty'] !== { RS256: 'RSA', ES256: 'EC' }[read.data.alg]) return false
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', Buffer.from(`${header}.${body}`), key, Buffer.from(signature, 'base64url'))
}
