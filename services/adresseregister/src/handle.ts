/** The decision: whether a party may be changed as somebody asks, and what follows. */
import { type HerId, Party, type Register } from '@budstikka/meldinger'
import { type Effect, problem, type Problem, save, say } from '@budstikka/service'
import { z } from 'zod'
import type { Endring, PartyChange } from './party-change.ts'

export type RegisterState = {
  readonly register: Register
  /** Sequence number of the newest change; 0 before the first. */
  readonly sequence: number
}

/** Nothing follows from a change that changes nothing; the same request may come twice. */
export function handle(state: RegisterState, herId: HerId, change: PartyChange): readonly Effect<Party>[] | Problem {
  const before = state.register.party(herId)
  const after = Party.safeParse(merge(before, herId, change))
  if (!after.success) return problem(400, `not a whole party: ${z.prettifyError(after.error)}`)
  const party = after.data
  if (party.organisation.herId === herId)
    return problem(400, 'expected a HER-id of level 2, got the one of the organisation (AD2.1)')
  if (party.movedTo === herId) return problem(400, 'expected movedTo to be another party, got the party itself')
  if (party.movedTo !== undefined && state.register.party(party.movedTo) === undefined)
    return problem(400, `expected movedTo to be a known party, got ${party.movedTo}`)
  const changed = differences(before, party)
  if (changed.length === 0) return []
  const endring: Endring = {
    sequence: state.sequence + 1,
    herId,
    type: before === undefined ? 'created' : 'updated',
    changed,
    party
  }
  return [save(party), say('part-endret', herId, endring)]
}

/** A party that is new is open, unless something else is said. */
function merge(before: Party | undefined, herId: HerId, { movedTo, ...change }: PartyChange): unknown {
  const { movedTo: movedBefore, ...rest } = before ?? { active: true }
  const moved = movedTo === undefined ? movedBefore : movedTo
  return { ...rest, ...change, herId, ...(moved != null && { movedTo: moved }) }
}

function differences(before: Party | undefined, after: Party): string[] {
  return Object.keys(Party.shape).filter((field) => {
    const of = (party: Party | undefined) =>
      JSON.stringify(party && Object.entries(party).find(([key]) => key === field))
    return of(before) !== of(after)
  })
}
