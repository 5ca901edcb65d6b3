/** Who looks at another's medicines: a parent of a child, or who has been given a fullmakt in an earlier visit. */
import { familyOf } from '../family.ts'
import type { Landscape } from '../landscape.ts'
import type { Rng } from '../random.ts'
import { visitMax, type visitorsOf } from './visitors.ts'

/** All assumed: looks that are for a child or by a fullmakt, and who give one, of those who log in. */
const [forChild, byFullmakt, gives] = [1 / 20, 1 / 50, 1 / 100]

export function forAnotherOf(landscape: Landscape, rng: Rng, visitors: ReturnType<typeof visitorsOf>) {
  const given: { giver: string; haver: string; from: number }[] = []
  return {
    /** Who visits and whose it is that is looked at; undefined where it is one's own. */
    look(at: number, steps: number): { readonly besokende: string; readonly gjelder: string } | undefined {
      const chance = rng()
      const [oldest] = given
      if (chance < forChild) return asParent(at, steps)
      if (chance >= forChild + byFullmakt || oldest === undefined || oldest.from > at) return undefined
      const besokende = visitors.ifAbsent(oldest.haver, at, steps)
      if (besokende === undefined) return undefined
      given.shift()
      return { besokende, gjelder: oldest.giver }
    },
    /** Whom a visitor gives a fullmakt, until the end of the year; undefined for most. */
    give(giver: string, at: number): { readonly haver: string; readonly til: string } | undefined {
      if (rng() >= gives) return undefined
      const haver = visitors.grown()
      given.push({ giver, haver, from: at + visitMax })
      return { haver, til: `${landscape.year}-12-31` }
    }
  }

  function asParent(at: number, steps: number) {
    const { id: gjelder } = landscape.randomPerson(rng, { bornFrom: landscape.year - 15 })
    const besokende = visitors.ifAbsent(familyOf(landscape.seed, gjelder).parents[0] ?? '', at, steps)
    return besokende === undefined ? undefined : { besokende, gjelder }
  }
}
