/** A token of HelseID holds by its signature and its time, whatever of HelseID's ways it is signed in. */
import { constants, generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { openHelseId } from './helseid.ts'

const now = Date.UTC(2019, 11, 2, 8)
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
const jwks = JSON.stringify({
  keys: [
    { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec' },
    { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa' }
  ]
})
const ways = {
  ES256: { kid: 'ec', key: { key: ec.privateKey, dsaEncoding: 'ieee-p1363' as const } },
  RS256: { kid: 'rsa', key: { key: rsa.privateKey } },
  PS256: { kid: 'rsa', key: { key: rsa.privateKey, ...pss } }
}
type Alg = keyof typeof ways
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function tokenOf(alg: Alg, claims: object, kid: string = ways[alg].kid): string {
  const text = `${part({ alg, kid })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), ways[alg].key).toString('base64url')}`
}

const holds = openHelseId(jwks, () => now)

test.each(['ES256', 'RS256', 'PS256'] as const)('what is signed by %s holds, and nothing that was changed', (alg) => {
  const token = tokenOf(alg, { sub: 'a' })
  const [header, , signature] = token.split('.')
  expect([holds(token), holds(`${header}.${part({ sub: 'b' })}.${signature}`)]).toEqual([{ sub: 'a' }, undefined])
})

test('a key of another kind, another key and no signature prove nothing', () => {
  const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'a' })}.`
  expect([tokenOf('ES256', {}, 'rsa'), tokenOf('RS256', {}, 'none'), unsigned, 'none'].map(holds)).toEqual(
    Array.from({ length: 4 }, () => undefined)
  )
  expect(openHelseId(undefined, () => now)(unsigned)).toEqual({ sub: 'a' })
})

test('a token holds from its first second until its last', () => {
  const seconds = now / 1000
  const of = (claims: object) => holds(tokenOf('ES256', claims)) !== undefined
  expect([of({ exp: seconds + 1 }), of({ exp: seconds }), of({ nbf: seconds }), of({ nbf: seconds + 1 })]).toEqual([
    true,
    false,
    true,
    false
  ])
})
