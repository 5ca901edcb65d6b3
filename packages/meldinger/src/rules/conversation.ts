/** What stands of a conversation at one receiver: new, changed and cancelled meldinger, whichever order they came in (HISD 1154). */
import { forsendelsesstatusOf } from '../payload.ts'
import type { Melding } from '../melding.ts'

/** One melding of a conversation as it is remembered. */
export type Turn = {
  readonly msgId: string
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

/** RefToConversation, or the MsgId of the melding that begins it. */
export const conversationIdOf = ({ envelope }: Melding) => envelope.conversation?.refToConversation ?? envelope.msgId

export function turnOf({ envelope, payload }: Melding): Turn {
  const status = forsendelsesstatusOf(payload)
  const parent = envelope.conversation?.refToParent
  return {
    msgId: envelope.msgId,
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
  if (turns.some(({ msgId }) => msgId === turn.msgId)) return turns
  return [...turns, turn].toSorted(byTime).slice(-turnsMax)
}

const byTime = (one: Turn, other: Turn) => one.at - other.at || (one.msgId < other.msgId ? -1 : 1)

/**
 * Whether a cancellation hits the melding: every earlier one of its type in the conversation, and the one that it refers to, even
 * when that comes later (acceptance criterion 22; hiding it is our choice). A PLO melding has no document id, so the conversation
 * and the type stand for it: a whole stay is one conversation, and a report does not cancel an admission (U).
 */
export function isCancelled(turns: Turns, turn: Turn): boolean {
  return turns.some(
    (other) =>
      other.status === 'C' &&
      other.type === turn.type &&
      other.msgId !== turn.msgId &&
      (other.parent === turn.msgId || turn.at <= other.at)
  )
}

/** The one that is valid now: the latest of a type that is not cancelled; M replaces all before it. Undefined when none is. */
export function validTurn(turns: Turns, type: string): Turn | undefined {
  return turns.findLast((turn) => turn.type === type && turn.status !== 'C' && !isCancelled(turns, turn))
}
