/** To whom a melding must go now: the party itself, the one it moved to, or nobody and why. */
import type { Party, Register } from '@budstikka/meldinger'

export type Resolved =
  | {
      readonly type: 'open'
      readonly party: Party
      /** Whether it is another than the one asked for. */ readonly isMoved: boolean
    }
  | { readonly type: 'closed'; readonly party: Party }
  /** Not in the register, or what it moved to is not. */
  | { readonly type: 'unknown'; readonly herId: string }
  /** Moved in a circle, or further than anybody should. */
  | { readonly type: 'lost'; readonly herId: string }

/** Our choice: a service that has moved four times is an error in the register. */
const movesMax = 4

/** Follows `movedTo` from the HER-id asked for; a party that has moved is not sent to, whether it is closed or not. */
export function resolveParty(register: Register, herId: string): Resolved {
  let at = herId
  for (let moves = 0; moves <= movesMax; moves++) {
    const party = register.party(at)
    if (party === undefined) return { type: 'unknown', herId: at }
    if (party.movedTo === undefined)
      return party.active ? { type: 'open', party, isMoved: moves > 0 } : { type: 'closed', party }
    at = party.movedTo
  }
  return { type: 'lost', herId }
}
