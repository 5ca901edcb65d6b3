/** Of whom the exchange is told that they have died (LOG_DOD): those who have, each once, in the order in which they died. */
import type { Script } from '../journeys/journey.ts'
import type { Landscape } from '../landscape.ts'
import type { ScaledPlan } from '../plan.ts'
import type { Person } from '../persons.ts'
import { deathPlan } from './death-plan.ts'
import { deaths } from './deaths.ts'

export const tellsOfDeath = (script: Script) => script.some(({ meldingType }) => meldingType === 'LOG_DOD')

/**
 * Answers somebody who has died before a time, milliseconds since 1970, whom it has not answered before; undefined when there is
 * nobody: the first notices of a year are of those who died in the year before.
 */
export function mournedIn(options: {
  readonly landscape: Landscape
  readonly plan: Pick<ScaledPlan, 'year' | 'month' | 'scale'>
  readonly seed: string
}): (at: number) => Person | undefined {
  const { landscape, plan, seed } = options
  const dead = deaths({ landscape, plan: deathPlan(plan), seed }).toSorted((one, other) => one.at - other.at)
  let next = 0
  return (at) => {
    const one = dead[next]
    if (one === undefined || one.at > at) return undefined
    next++
    return landscape.person(one.fodselsnummer)
  }
}
