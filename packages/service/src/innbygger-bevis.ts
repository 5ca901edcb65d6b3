/** What goes along when something is asked for a citizen: HelseID's token of who has logged in, and Helsenorge's of a fullmakt. */
import { createPrivateKey, sign } from 'node:crypto'
import { SyntheticNumber } from '@budstikka/meldinger'
import { z } from 'zod'
import { openHelseId } from './helseid.ts'

const level = 'helseid://claims/identity/security_level'
const pid = 'helseid://claims/identity/pid'

/** A token is for one question: our choice. */
const validSeconds = 60

const Innlogget = z.object({ [level]: z.literal('4'), [pid]: SyntheticNumber })
/** That the fullmakt is proved by a JWT is NHN's (Fullmakt), what stands in it is our choice. */
const Fullmakt = z.object({ fullmaktsgiver: SyntheticNumber, fullmaktshaver: SyntheticNumber })

export type Bevis = {
  /** The person number that a token is about; undefined where it proves nothing. */
  innlogget(token: string): string | undefined
  /** Whether a token proves a fullmakt from one to another. */
  erFullmakt(token: string | undefined, giver: string, haver: string): boolean
}

/** As `openHelseId`. */
export function openBevis(jwks: string | undefined, now?: () => number): Bevis {
  const helseId = openHelseId(jwks, now)
  return {
    innlogget: (token) => Innlogget.safeParse(helseId(token)).data?.[pid],
    erFullmakt(token, giver, haver) {
      const fullmakt = token === undefined ? undefined : Fullmakt.safeParse(helseId(token)).data
      return fullmakt?.fullmaktsgiver === giver && fullmakt.fullmaktshaver === haver
    }
  }
}

const Key = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), kid: z.string().optional() })

/** Who issues them: signed by `jwk` (ES256), or unsigned on a machine without HelseID. Throws on what is no private JWK of P-256. */
export function openUtsteder(jwk: string | undefined, now: () => number = Date.now) {
  const read = jwk === undefined ? undefined : Key.parse(JSON.parse(jwk))
  const key = read && { kid: read.kid, private: createPrivateKey({ key: read, format: 'jwk' }) }
  const token = (claims: object): string => {
    const exp = Math.floor(now() / 1000) + validSeconds
    const text = `${part(key ? { alg: 'ES256', kid: key.kid } : { alg: 'none' })}.${part({ ...claims, exp })}`
    const signature = key && sign('sha256', Buffer.from(text), { key: key.private, dsaEncoding: 'ieee-p1363' })
    return `${text}.${signature?.toString('base64url') ?? ''}`
  }
  return {
    innlogget: (id: string) => token({ [level]: '4', [pid]: id } satisfies z.input<typeof Innlogget>),
    fullmakt: (fullmaktsgiver: string, fullmaktshaver: string) =>
      token({ fullmaktsgiver, fullmaktshaver } satisfies z.input<typeof Fullmakt>)
  }
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
