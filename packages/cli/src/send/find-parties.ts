/** Who sends and who receives, by the envelope and the address register. */
import assert from 'node:assert/strict'
import { type Address, type Envelope, herIdOf, Party } from '@budstikka/meldinger'
import { registerBucket } from '@budstikka/service'
import type { Bucket, Bus } from '@budstikka/transport'
import { CannotError } from '../host.ts'

export type Parties = { readonly sender: Party; readonly receivers: readonly [Party, ...Party[]] }

/** Throws CannotError on a party that is not there, is closed or has moved: the bytes are sent as they are or not at all. */
export async function findParties(bus: Bus, { sender, receiver, copies }: Envelope): Promise<Parties> {
  const bucket = await bus.bucket(registerBucket)
  const from = await findParty(bucket, sender, 'sender')
  const to = await findParty(bucket, receiver, 'receiver')
  const others: Party[] = []
  for (const copy of copies) {
    const other = await findParty(bucket, copy, 'copy receiver')
    if ([to, ...others].every(({ herId }) => herId !== other.herId)) others.push(other)
  }
  return { sender: from, receivers: [to, ...others] }
}

async function findParty(bucket: Bucket, address: Address, role: string): Promise<Party> {
  const herId = herIdOf(address)
  assert(herId !== undefined, 'an envelope that may be sent names every party at level 2: see sendable()')
  const value = await bucket.get(herId)
  if (value === undefined)
    throw new CannotError(`the ${role} ${herId} is not in the register. Who is: npx budstikka part NAME.`)
  const party = Party.parse(JSON.parse(Buffer.from(value).toString()))
  if (party.movedTo)
    throw new CannotError(`the ${role} ${herId} has moved to ${party.movedTo}: write that in the envelope`)
  if (!party.active) throw new CannotError(`the ${role} ${herId} is closed: nothing may be sent to it or from it`)
  return party
}
