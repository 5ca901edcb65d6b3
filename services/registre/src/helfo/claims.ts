/** What Helfo remembers: which claims it has taken. A claim number is never used twice, so none is forgotten. */
import type { Store } from '@budstikka/transport'

export type Claims = {
  /** Whether an enterprise (HER-id, level 1) has had a claim taken under a number. */
  isTaken(enterprise: string, oppgjorsNr: string): boolean
  keep(enterprise: string, oppgjorsNr: string, at: number): void
}

/** Reads and writes in the transaction at hand. */
export function openClaims(store: Store): Claims {
  const claims = store.table('oppgjor')
  const keyOf = (enterprise: string, oppgjorsNr: string) => `${enterprise}.${oppgjorsNr}`
  return {
    isTaken: (enterprise, oppgjorsNr) => claims.has(keyOf(enterprise, oppgjorsNr)),
    keep: (enterprise, oppgjorsNr, at) => claims.put(keyOf(enterprise, oppgjorsNr), '', at)
  }
}
