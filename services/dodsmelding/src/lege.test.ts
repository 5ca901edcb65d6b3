/** Only a doctor who has logged in tells of a death, as who they are; where there is no HelseID, nobody is asked. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { syntheticFodselsnummer } from '@budstikka/meldinger'
import { createLog, readConfig } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { Config } from './config.ts'
import { openMayTell } from './lege.ts'
import { start } from './start.ts'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwks = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k' }] })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function tokenOf(claims: object, key = privateKey): string {
  const text = `${part({ alg: 'ES256', kid: 'k' })}.${part(claims)}`
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })
  return `Bearer ${text}.${signature.toString('base64url')}`
}
/** Some numbers have no control digits; the next has. */
const pid = [7, 8, 9]
  .map((individualNumber) => syntheticFodselsnummer({ birthDate: '1970-01-10', individualNumber }))
  .find((id) => id !== undefined)
const identity = 'helseid://claims/identity'
const doctor = {
  scope: ['openid', 'nhn:dodsmelding/api'],
  [`${identity}/pid`]: pid,
  [`${identity}/security_level`]: '4',
  'helseid://claims/hpr/hpr_number': '1234567'
}
const { [`${identity}/security_level`]: _level, ...unlevelled } = doctor
const { 'helseid://claims/hpr/hpr_number': _hpr, ...machine } = doctor
const mayTell = openMayTell(jwks)
const no = (status: number, detail: string) => [status, expect.stringContaining(detail)]

test.each([
  ['the doctor', doctor],
  ['at level 3', { ...doctor, [`${identity}/security_level`]: '3' }],
  ['at assurance substantial', { ...unlevelled, [`${identity}/assurance_level`]: 'substantial' }],
  ['with scopes in one line', { ...doctor, scope: 'openid nhn:dodsmelding/api' }]
])('%s may tell, by the number with or without zeros before it', (_who, claims) => {
  expect([mayTell(tokenOf(claims), '1234567'), mayTell(tokenOf(claims), '001234567')]).toEqual([undefined, undefined])
})

test.each([
  ['nobody', undefined, no(401, 'a token of HelseID')],
  ['a broken signature', `${tokenOf(doctor).slice(0, -4)}AAAA`, no(401, 'a token of HelseID')],
  ['another key', tokenOf(doctor, other.privateKey), no(401, 'a token of HelseID')],
  ['a machine', tokenOf(machine), no(403, 'hpr_number')],
  ['another scope', tokenOf({ ...doctor, scope: 'openid' }), no(403, 'nhn:dodsmelding/api')],
  ['level 2', tokenOf({ ...doctor, [`${identity}/security_level`]: '2' }), no(403, 'level 3')],
  ['another doctor', tokenOf({ ...doctor, 'helseid://claims/hpr/hpr_number': '7654321' }), no(403, 'who has logged in')]
])('%s may not', (_who, authorization, expected) => {
  const refused = mayTell(authorization, '1234567')
  expect([refused?.status, refused?.detail]).toEqual(expected)
})

const dodsdato = '2021-01-01'
const doors = {
  '/dodsfall/annullering': {},
  '/dodsfall': { dodsdato },
  '/dodsarsaker': { dodsdato, dodssted: '1', arsak: { A: { kode: 'I219' } }, dodsmate: '1' }
}

test('the doors ask for the token where there are keys, and for none where there are not', async () => {
  const { innlogget, ingen } = { innlogget: { authorization: tokenOf(doctor) }, ingen: {} }
  const statusOf = async (env: Record<string, string>, headers: Record<string, string>) => {
    const ending = new AbortController()
    const log = createLog({ service: 'dodsmelding', level: 'silent' })
    const ports = { bus: memoryExchange().connect('dodsmelding'), store: openMemoryStore(), log }
    const running = await start({ ...ports, config: readConfig(Config, env), now: Date.now }, ending.signal)
    const answers = await Promise.all(
      Object.entries(doors).map(([path, body]) =>
        fetch(running.url + path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ fodselsnummer: pid, lege: '1234567', ...body })
        })
      )
    )
    ending.abort()
    await running[Symbol.asyncDispose]()
    return answers.map(({ status }) => status)
  }
  const keys = { HELSEID_JWKS: jwks }
  expect([await statusOf(keys, ingen), await statusOf(keys, innlogget), await statusOf({}, ingen)]).toEqual([
    [401, 401, 401],
    [201, 201, 201],
    [201, 201, 201]
  ])
})
