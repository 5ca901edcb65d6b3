/** How parties stand in the register's bucket: many a key as the register was filled, one a key where it was changed. */
import { hash } from 'node:crypto'
import { Party } from '@budstikka/meldinger'
import { z } from 'zod'

/** A key of the bucket and its value. */
export type RegisterEntry = readonly [key: string, value: Uint8Array]

/** Our choice: some 260 KB of JSON. Norway's 16 500 parties come in 17 messages to whoever opens the register. */
const pageMax = 1_000

const Parties = z.array(Party)

/** A change of one party; it comes after the page in which the party stood before, and holds from then on. */
export const partyEntry = (party: Party): RegisterEntry => [party.herId, encode(party)]

/** Parties that are in no entry yet. A page is named by what it holds, so that none takes another's place. */
export function pageEntries(parties: readonly Party[]): RegisterEntry[] {
  return Array.from({ length: Math.ceil(parties.length / pageMax) }, (_, number) => {
    const page = encode(parties.slice(number * pageMax, (number + 1) * pageMax))
    return [`side-${hash('sha256', page).slice(0, 16)}`, page]
  })
}

/** Throws on what is neither a party nor a page of them. */
export function partiesOf(value: Uint8Array): readonly Party[] {
  const read: unknown = JSON.parse(new TextDecoder().decode(value))
  return Array.isArray(read) ? Parties.parse(read) : [Party.parse(read)]
}

const encode = (value: Party | readonly Party[]) => new TextEncoder().encode(JSON.stringify(value))
