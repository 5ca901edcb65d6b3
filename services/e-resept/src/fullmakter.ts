/** Powers of attorney that citizens give each other for their medicines: from 16 years, to somebody of 18 (NHN Fullmakt). */
import type { Store } from '@budstikka/transport'

export type Fullmakter = ReturnType<typeof openFullmakter>

export function openFullmakter(store: Store) {
  const fullmakter = store.table('fullmakter')
  const keyOf = (giver: string, mottaker: string) => `${giver}.${mottaker}`
  return {
    /** Until a time, in milliseconds since 1970. */
    give: (giver: string, mottaker: string, til: number) => fullmakter.put(keyOf(giver, mottaker), String(til), til),
    withdraw: (giver: string, mottaker: string) => fullmakter.delete(keyOf(giver, mottaker)),
    holds: (giver: string, mottaker: string, now: number) => now < Number(fullmakter.get(keyOf(giver, mottaker)) ?? 0),
    forgetBefore: (now: number) => void fullmakter.deleteBefore(now)
  }
}
