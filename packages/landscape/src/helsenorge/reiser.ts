/** Applications for refund of journeys, evenly over a year or month; how many journeys and how large outlays they are of is assumed. */
import { derivedUuid } from '@budstikka/meldinger'
import { createRng, whole } from '../random.ts'
import { dateOf } from '../content/local-time.ts'
import { periodOf } from '../time/norwegian-time.ts'
import { plannedOf, type PlayedHelsenorge } from './helsenorge-plan.ts'

export type Reisesoknad = {
  readonly id: string
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  readonly fodselsnummer: string
  /** Outlays in øre. */
  readonly reiser: readonly { readonly dato: string; readonly utlegg: number }[]
}

const dayMs = 86_400_000

/** The same landscape, plan and seed give the same. */
export function* reisesoknader({ landscape, plan, seed }: PlayedHelsenorge): Generator<Reisesoknad> {
  const { begins, ends } = periodOf(plan.year, plan.month)
  const rng = createRng(seed, 'pasientreiser', plan.year, plan.month ?? 'year')
  const count = plannedOf(plan, 'soknad')
  for (let number = 0; number < count; number++) {
    const at = Math.floor(begins + ((number + 0.5) / count) * (ends - begins))
    const { id: fodselsnummer } = landscape.randomPerson(rng, { bornTo: landscape.year - 18 })
    // There and back on one day.
    const dato = dateOf(at - whole(rng, 1, 20) * dayMs)
    const reiser = [0, 1].map(() => ({ dato, utlegg: whole(rng, 5_000, 60_000) }))
    yield { id: derivedUuid(at, 'reisesoknad', seed, String(number)), at, fodselsnummer, reiser }
  }
}
