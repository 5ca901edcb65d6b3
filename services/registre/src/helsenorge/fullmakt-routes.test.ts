/** Over HTTP a fullmakt is given by who has logged in, and proved to who has it for as long as it holds. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { isProblem, openBevis, openUtsteder } from '@budstikka/service'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fullmaktRoutes } from './fullmakt-routes.ts'
import { openFullmakter } from './fullmakter.ts'

const now = Date.UTC(2021, 5, 1, 10)
const rng = createRng('fullmakt')
const landscape = createLandscape({ year: 2021, seed: '1', size: { municipalities: 1 } })
const grown = () => landscape.randomPerson(rng, { bornFrom: 1960, bornTo: 1990 }).id
const [giver, haver] = [grown(), grown()]
const utsteder = openUtsteder(undefined)
const bevis = openBevis(undefined)
const store = openMemoryStore()
const [give, prove] = fullmaktRoutes({
  store,
  fullmakter: openFullmakter(store, () => 40),
  utsteder,
  bevis,
  now: () => now
})
// The rim: a route takes what its schemas have read.
const asked = (route: typeof give, authorization: string, body: object): unknown =>
  route?.handle({ headers: { authorization }, body } as never)
const as = (id: string) => `DPoP ${utsteder.innlogget(id)}`
const statusOf = (answer: unknown) => (isProblem(answer) ? answer.status : 200)

test('who has been given one is given its proof, and nobody else is', () => {
  expect(statusOf(asked(prove, as(haver), { giver }))).toBe(403)
  expect(asked(give, as(giver), { haver, til: '2021-06-30' })).toEqual({ haver, til: '2021-06-30' })
  const { fullmakt } = z.object({ fullmakt: z.string() }).parse(asked(prove, as(haver), { giver }))
  expect(bevis.erFullmakt(fullmakt, giver, haver)).toBe(true)
  expect(statusOf(asked(prove, as(giver), { giver: haver }))).toBe(403)
  asked(give, as(giver), { haver })
  expect(statusOf(asked(prove, as(haver), { giver }))).toBe(403)
})

test('without a token that holds nothing is given or proved', () => {
  expect([give, prove].map((route) => statusOf(asked(route, 'Bearer a.b.c', { giver, haver })))).toEqual([401, 401])
})
