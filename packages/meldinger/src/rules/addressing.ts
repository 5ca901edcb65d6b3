/** To whom a melding speaks, and whether the transport says the same as the XML (HITS 1168 §5.2, AMQP 2.2.3). */
import { addressedLevel, type Address, type Envelope, herIdOf } from '../melding.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from './refuse.ts'

export type Role = 'PRIM' | 'COP'

/** In which roles a communication party is named; both when it is primary and copy receiver at once. One AppRec is due for each. */
export function rolesOf(envelope: Envelope, herId: string): readonly Role[] {
  const roles: Role[] = []
  if (isAt(envelope.receiver, herId)) roles.push('PRIM')
  if (envelope.copies.some((copy) => !isOfOtherMelding(copy.role) && isAt(copy, herId))) roles.push('COP')
  return roles
}

/** FR and OR tell of an earlier melding (list 8112). An empty or unknown role is a copy: a code is never a reason to refuse. */
const isOfOtherMelding = (role: string) => role === 'FR' || role === 'OR'

export type Addressing =
  | { readonly type: 'matches' }
  /** The transport delivered to somebody that the XML does not name: negative AppRec E10 (AMQP 2.2.3). */
  | { readonly type: 'refuse'; readonly refusal: Refusal }
  /** Somebody sends in another's name: no AppRec, error `abuse:spoofing-attack` (AMQP 2.2.3). */
  | { readonly type: 'spoofing'; readonly errorCondition: 'abuse:spoofing-attack' }

/** Compares the transport's from and to (HER-ids of level 2) with sender and receivers in the XML. Spoofing is looked for first. */
export function checkAddressing(
  envelope: Envelope,
  transport: { readonly from: string; readonly to: string }
): Addressing {
  // The id that everybody else reads: an address with two must not pass by its second.
  if (herIdOf(envelope.sender) !== transport.from) return { type: 'spoofing', errorCondition: 'abuse:spoofing-attack' }
  if (rolesOf(envelope, transport.to).length > 0) return { type: 'matches' }
  const text = 'Mottakerens HER-id i transporten er ikke mottaker i meldingen'
  return { type: 'refuse', refusal: refuse('E10', 'AMQP 2.2.3', text) }
}

/** Whether the address is the party's. Ids are compared as text: old files hold HER-ids such as 369.767. */
export function isAt(address: Address, herId: string): boolean {
  return addressedLevel(address).idents.some(({ id, kind }) => kind === 'HER' && id === herId)
}

/** An answer can be addressed when the sender's organisation or its party has an identifier (HITS 1168 §5.3). */
export function isReadableSender({ organisation, service, person }: Address): boolean {
  return [organisation, service, person].some((level) => level?.idents.some(({ id }) => id.trim() !== ''))
}
