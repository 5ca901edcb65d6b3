/** What goes along for a citizen proves what it says to who knows the key, and nothing to others. */
import { generateKeyPairSync } from 'node:crypto'
import { syntheticFodselsnummer } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { openBevis, openUtsteder } from './innbygger-bevis.ts'

const now = Date.UTC(2019, 11, 2, 8)
const [a = '', b = ''] = Array.from({ length: 20 }, (_, individualNumber) =>
  syntheticFodselsnummer({ birthDate: '1970-05-02', individualNumber })
).filter((id) => id !== undefined)

const keys = (kid: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    public: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] }),
    private: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid })
  }
}
const own = keys('a')
const at = (ms: number) => openBevis(own.public, () => ms)

test('who has logged in is proved for a minute, by the key alone', () => {
  const token = openUtsteder(own.private, () => now).innlogget(a)
  const others = [openUtsteder(keys('a').private, () => now), openUtsteder(undefined, () => now)]
  expect([
    at(now).innlogget(token),
    at(now + 60_000).innlogget(token),
    ...others.map((utsteder) => at(now).innlogget(utsteder.innlogget(a))),
    at(now).innlogget('no token')
  ]).toEqual([a, undefined, undefined, undefined, undefined])
})

test('a fullmakt is from one to another, and not back', () => {
  const token = openUtsteder(own.private, () => now).fullmakt(a, b)
  const bevis = at(now)
  expect([bevis.erFullmakt(token, a, b), bevis.erFullmakt(token, b, a), bevis.erFullmakt(undefined, a, b)]).toEqual([
    true,
    false,
    false
  ])
  expect(bevis.innlogget(token)).toBeUndefined()
})

test('where there is no HelseID, what is said is believed', () => {
  expect(openBevis(undefined, () => now).innlogget(openUtsteder(undefined, () => now).innlogget(a))).toBe(a)
})
