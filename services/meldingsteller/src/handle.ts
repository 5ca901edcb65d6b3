/** The decision, pure: what a melding's leg becomes by one more fact about it. */
import type { Fact } from './fact.ts'
import { type Leg, newLeg } from './state.ts'

/** Sendings and receipts that a leg knows again; more than any resend rule asks for. */
const knownMax = 64

/** Answers the same leg, not a copy, when the fact was known: a message published twice after a crash counts once. */
export function count(leg: Leg | undefined, fact: Exclude<Fact, { type: 'unreadable' }>): Leg {
  const known = leg ?? newLeg(fact.from, fact.to)
  switch (fact.type) {
    case 'sending':
      return known.attempts.includes(fact.attempt) ? known : withSending(known, fact)
    case 'receipt':
      return withReceipt(known, fact)
    case 'dead':
      return known.dead === undefined
        ? { ...known, dead: { letter: fact.letter, reason: fact.reason, service: fact.service } }
        : known
  }
}

/** All sendings of a melding count in the month and under the type of its first. */
function withSending(leg: Leg, { attempt, meldingType, at, storedAt }: Extract<Fact, { type: 'sending' }>): Leg {
  const isFirst = leg.sendings === 0
  return {
    ...leg,
    meldingType: isFirst ? meldingType : leg.meldingType,
    sentAt: isFirst ? at : leg.sentAt,
    storedAt: isFirst ? storedAt : leg.storedAt,
    sendings: leg.sendings + 1,
    attempts: [...leg.attempts, attempt].slice(-knownMax)
  }
}

/** Exactly one receipt per receiver, melding and role (HITS 1168 §5.1); any other is a duplicate. */
function withReceipt(leg: Leg, fact: Extract<Fact, { type: 'receipt' }>): Leg {
  const { id, status, role, at, storedAt, errors } = fact
  if (leg.receipt === undefined) return { ...leg, receipt: { id, status, role, at, storedAt, errors } }
  const { ids, roles, duplicated } = leg.further ?? { ids: [], roles: [leg.receipt.role], duplicated: 0 }
  if (leg.receipt.id === id || ids.includes(id)) return leg
  const isDuplicate = roles.includes(role)
  const further = {
    ids: [...ids, id].slice(-knownMax),
    roles: isDuplicate ? roles : [...roles, role],
    duplicated: duplicated + (isDuplicate ? 1 : 0)
  }
  return { ...leg, further }
}
