/** What stands of a conversation at one receiver: new, changed and cancelled meldinger, whichever order they came in (HISD 1154). */
import { documentIdOf, forsendelsesstatusOf } from '../payload.ts'
import type { Melding } from '../melding.ts'

/** One melding of a conversation as it is remembered. */
export type Turn = {
  readonly msgId: string
  /**
   * HER-id of the organisation that sent it (level 1), so that a service which moves to another HER-id within it can still withdraw
   * what it sent: our choice.
   */
  readonly by: string
  /** Code of list 8279. */
  readonly type: string
  /** Forsendelsesstatus, list 7309; a dialogmelding has none and counts as new. */
  readonly status: 'N' | 'M' | 'C'
  /** GenDate in milliseconds since 1970. */
  readonly at: number
  /** RefToParent: what a cancellation cancels. */
  readonly parent?: string
}
/** By GenDate. */
export type Turns = readonly Turn[]

/** Turns that are remembered of a conversation, at most: our choice, some ten times the longest that we play. */
const turnsMax = 100

/** The document's own id where it has one, which a change or cancellation shares; else RefToConversation, or the first MsgId. */
export const conversationIdOf = ({ envelope, payload }: Melding) =>
  documentIdOf(payload) ?? envelope.conversation?.refToConversation ?? envelope.msgId

/** `by` as the register has it: the transport vouches for level 2 of the sender only, so the organisation in the XML is a claim. */
export function turnOf({ envelope, payload }: Melding, by: string): Turn {
  const status = forsendelsesstatusOf(payload)
  const parent = envelope.conversation?.refToParent
  return {
    msgId: envelope.msgId,
    by,
    type: envelope.type,
    // An unknown status is never a reason to refuse: what is not a change or a cancellation counts as new.
    status: status === 'M' || status === 'C' ? status : 'N',
    at: Date.parse(envelope.genDate),
    ...(parent !== undefined && { parent })
  }
}

/**
 * The turns with one more, by GenDate, so that any order of coming leads to the same; unchanged when it is there. The oldest is
 * forgotten when there are too many.
 */
export function withTurn(turns: Turns, turn: Turn): Turns {
  if (turns.some(({ msgId, by }) => msgId === turn.msgId && by === turn.by)) return turns
  return [...turns, turn].toSorted(byTime).slice(-turnsMax)
}

const byTime = (one: Turn, other: Turn) => one.at - other.at || (rankOf(one) < rankOf(other) ? -1 : 1)
const rankOf = ({ msgId, by }: Turn) => `${msgId} ${by}`

/**
 * Whether a cancellation hits the melding: every earlier one of its type and its sender in the conversation, and the one that it
 * refers to, even when that comes later (acceptance criterion 22; hiding it is our choice). Nobody withdraws what another sent.
 * A PLO melding has no document id, so the conversation and the type stand for it: a whole stay is one conversation, and a report
 * does not cancel an admission (U).
 */
export function isCancelled(turns: Turns, turn: Turn): boolean {
  return turns.some(
    (other) =>
      other.status === 'C' &&
      other.type === turn.type &&
      other.by === turn.by &&
      other.msgId !== turn.msgId &&
      (other.parent === turn.msgId || turn.at <= other.at)
  )
}

/** What is valid now: of each sender the latest of a type that is not cancelled, by GenDate; M replaces all before it. */
export function validTurns(turns: Turns, type: string): Turns {
  const valid = turns.filter((turn) => turn.type === type && turn.status !== 'C' && !isCancelled(turns, turn))
  return valid.filter((turn) => valid.findLast(({ by }) => by === turn.by) === turn)
}
