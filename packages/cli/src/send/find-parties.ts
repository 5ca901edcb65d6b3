/** Who sends and who receives, by the envelope and the address register. */
import assert from 'node:assert/strict'
import { type Address, type Envelope, herIdOf, type Party, type Register } from '@budstikka/meldinger'
import { openRegister } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { CannotError } from '../host.ts'

export type Parties = { readonly sender: Party; readonly receivers: readonly [Party, ...Party[]] }

/** Throws CannotError on a party that is not there, is closed or has moved: the bytes are sent as they are or not at all. */
export async function findParties(bus: Bus, { sender, receiver, copies }: Envelope): Promise<Parties> {
  const following = new AbortController()
  try {
    const register = await openRegister(bus, following.signal)
    const from = findParty(register, sender, 'sender')
    const to = findParty(register, receiver, 'receiver')
    const others: Party[] = []
    for (const copy of copies) {
      const other = findParty(register, copy, 'copy receiver')
      if ([to, ...others].every(({ herId }) => herId !== other.herId)) others.push(other)
    }
    return { sender: from, receivers: [to, ...others] }
  } finally {
    following.abort()
  }
}

function findParty(register: Register, address: Address, role: string): Party {
  const herId = herIdOf(address)
  assert(herId !== undefined, 'an envelope that may be sent names every party at level 2: see sendable()')
  const party = register.party(herId)
  if (party === undefined)
    throw new CannotError(`the ${role} ${herId} is not in the register. Who is: npx budstikka part NAME.`)
  if (party.movedTo)
    throw new CannotError(`the ${role} ${herId} has moved to ${party.movedTo}: write that in the envelope`)
  if (!party.active) throw new CannotError(`the ${role} ${herId} is closed: nothing may be sent to it or from it`)
  return party
}
