/** Fullmakter over HTTP, for who has logged in: given, withdrawn, and proved to whoever is asked by one (NHN Fullmakt); the paths are ours. */
import { SyntheticNumber } from '@budstikka/meldinger'
import {
  type Bevis,
  isProblem,
  type openUtsteder,
  problem,
  type Problem,
  type Route,
  route,
  tokenIn
} from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import type { Fullmakter } from './fullmakter.ts'

const Asking = z.object({ authorization: z.string() })
/** `til`: the last day; absent to withdraw it. */
const Fullmakt = z.strictObject({ haver: SyntheticNumber, til: z.iso.date().optional() })

export function fullmaktRoutes({
  store,
  fullmakter,
  utsteder,
  bevis,
  now
}: {
  readonly store: Store
  readonly fullmakter: Fullmakter
  readonly utsteder: ReturnType<typeof openUtsteder>
  readonly bevis: Bevis
  /** Simulated time. */
  now(): number
}): readonly Route[] {
  const loggedIn = ({ authorization }: z.output<typeof Asking>): string | Problem =>
    bevis.innlogget(tokenIn(authorization)) ?? problem(401, 'expected a token of HelseID that holds')
  return [
    route({
      method: 'POST',
      url: '/helsenorge/fullmakter',
      summary: 'Gives somebody a fullmakt to see the own medicines, core record and test results, or withdraws it',
      headers: Asking,
      body: Fullmakt,
      response: Fullmakt,
      handle({ headers, body }) {
        const giver = loggedIn(headers)
        if (isProblem(giver)) return giver
        return store.transaction(() => fullmakter.give(giver, body.haver, body.til, now())) ?? body
      }
    }),
    route({
      method: 'POST',
      url: '/helsenorge/fullmakter/bevis',
      summary: 'The proof (JWT) of a fullmakt that holds, to be sent along with a question by that right',
      headers: Asking,
      body: z.strictObject({ giver: SyntheticNumber }),
      response: z.object({ fullmakt: z.string() }),
      handle({ headers, body: { giver } }) {
        const haver = loggedIn(headers)
        if (isProblem(haver)) return haver
        return fullmakter.holds(giver, haver, now())
          ? { fullmakt: utsteder.fullmakt(giver, haver) }
          : problem(403, 'expected a fullmakt that holds')
      }
    })
  ]
}
