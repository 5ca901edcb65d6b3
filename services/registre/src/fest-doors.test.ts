/** FEST can be fetched by whoever is in the address register, and says the same to all. */
import { createLandscape, festOf } from '@budstikka/landscape'
import { contentOf, decodeMelding, herIdOf, readXml } from '@budstikka/meldinger'
import { isProblem } from '@budstikka/service'
import { expect, test } from 'vitest'
import { festDoors } from './fest-doors.ts'

const landscape = createLandscape({ year: 2019, seed: 'fest', size: { municipalities: 1 } })
const { endpoints, routes } = festDoors(landscape, 2019)
const ask = (til: string) =>
  endpoints[0]?.answer({ subject: '', header: () => undefined, body: Buffer.from(JSON.stringify({ til })) }) ??
  new Uint8Array()

test.each(['8664-FR', '8663-KA02'])('a party of %s fetches it', async (tjeneste) => {
  const til = landscape.find(tjeneste)[0]?.herId ?? ''
  const root = readXml(await ask(til))
  const read = 'reason' in root ? undefined : decodeMelding(root)
  if (read?.type !== 'melding') throw new Error('expected an M30')
  const { envelope, payload } = read.melding
  expect([envelope.type, herIdOf(envelope.receiver)]).toEqual(['ERM30', til])
  expect(contentOf(payload, 'M30')).toEqual(contentOf(festOf(2019), 'M30'))
})

test('nobody else does', async () => {
  // The rim: a route takes what its schemas have read.
  const given: unknown = await routes[0]?.handle({ query: { til: '1' } } as never)
  expect(isProblem(given) && given.status).toBe(404)
  expect(() => ask('1')).toThrow('expected a party that the address register knows')
})
