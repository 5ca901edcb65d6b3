/** Tokens of HelseID (JWT): what they claim, where their signature and their time hold. */
import { constants, createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'

/** What a token claims; undefined where it proves nothing. Answers at once, since a look-up is decided without waiting. */
export type HelseId = (token: string) => Readonly<Record<string, unknown>> | undefined

const Header = z.object({ alg: z.enum(['RS256', 'PS256', 'ES256']), kid: z.string().optional() })
const Claims = z.looseObject({
  /** Seconds since 1970, as is `nbf`. */
  exp: z.number().optional(),
  nbf: z.number().optional()
})
const Jwks = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) })

/**
 * `jwks`: keys that tokens must be signed with; a machine without HelseID has none, and believes what it is told. `now`: milliseconds since
 * 1970. Throws on what is no JWKS.
 */
export function openHelseId(jwks: string | undefined, now: () => number = Date.now): HelseId {
  const keys = jwks === undefined ? undefined : Jwks.parse(JSON.parse(jwks)).keys.map(keyOf)
  return (token) => {
    const [header = '', body = '', signature = ''] = token.split('.')
    const claims = Claims.safeParse(jsonOf(body))
    if (!claims.success || (keys !== undefined && !isSigned({ header, body, signature }, keys))) return undefined
    const { exp = Infinity, nbf = 0 } = claims.data
    return nbf * 1000 <= now() && now() < exp * 1000 ? claims.data : undefined
  }
}

/** The token of a header Authorization; '' where there is none, which proves nothing. */
export const tokenIn = (authorization: string): string => /^(?:Bearer|DPoP) (\S+)$/.exec(authorization)?.[1] ?? ''

type Key = { readonly kid: string | undefined; readonly kty: string; readonly key: KeyObject }

function keyOf(jwk: JsonWebKey & { readonly kty: string; readonly kid?: string | undefined }): Key {
  return { kid: jwk.kid, kty: jwk.kty, key: createPublicKey({ key: jwk, format: 'jwk' }) }
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

type Parts = { readonly header: string; readonly body: string; readonly signature: string }

function isSigned({ header, body, signature }: Parts, keys: readonly Key[]): boolean {
  const read = Header.safeParse(jsonOf(header))
  if (!read.success) return false
  const { alg, kid } = read.data
  const one = keys.find((key) => key.kid === kid)
  if (one === undefined || one.kty !== (alg === 'ES256' ? 'EC' : 'RSA')) return false
  const how = {
    RS256: {},
    PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
    ES256: { dsaEncoding: 'ieee-p1363' as const }
  }[alg]
  return verify(
    'sha256',
    Buffer.from(`${header}.${body}`),
    { key: one.key, ...how },
    Buffer.from(signature, 'base64url')
  )
}
