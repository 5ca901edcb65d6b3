/** Fullmakter that citizens give each other on Helsenorge: from 16 years, to somebody of 18 (NHN Fullmakt). What one covers is not played: it is for all; nor are protected addresses, whose bearers have none. */
import { barnUnder, problem, type Problem } from '@budstikka/service'
import type { Store } from '@budstikka/transport'

export type Fullmakter = ReturnType<typeof openFullmakter>

const haverFrom = 18
const dayMs = 86_400_000

/** `ageOf`: whole years. Written in the transaction at hand. */
export function openFullmakter(store: Store, ageOf: (id: string, at: number) => number) {
  const fullmakter = store.table('helsenorge_fullmakt')
  const keyOf = (giver: string, haver: string) => `${giver}.${haver}`
  return {
    /** `til`: the last day, yyyy-mm-dd; undefined to withdraw it. */
    give(giver: string, haver: string, til: string | undefined, at: number): Problem | undefined {
      if (ageOf(giver, at) < barnUnder) return problem(403, `expected a giver of ${barnUnder} years or more`)
      if (ageOf(haver, at) < haverFrom) return problem(403, `expected a receiver of ${haverFrom} years or more`)
      const end = til === undefined ? 0 : Date.parse(til) + dayMs
      fullmakter.put(keyOf(giver, haver), String(end), end)
      return undefined
    },
    holds: (giver: string, haver: string, at: number) => at < Number(fullmakter.get(keyOf(giver, haver)) ?? 0),
    /** Those that are over. */
    forgetBefore: (at: number) => void fullmakter.deleteBefore(at)
  }
}
