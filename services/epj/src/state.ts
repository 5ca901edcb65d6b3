/** What a journal system remembers of a conversation at one party, and of a melding that it sent. */
import type { Hendelse } from '@budstikka/landscape'
import { conversationIdOf, type Melding, turnOf, type Turns, validTurn, withTurn } from '@budstikka/meldinger'
import type { Incoming } from '@budstikka/service'

export type State = {
  readonly turns: Turns
  /** The patient of the conversation is dead (LOG_DOD). */
  readonly isDead?: true
  /** When the municipality's positive AppRec for LOG_UTSKRIVNINGSKLAR came, milliseconds since 1970. */
  readonly notifiedAt?: number
  /** Sent about a patient who could not be identified: to be sent again, corrected, when it is refused. */
  readonly toCorrect?: Hendelse
}

export const initial: State = { turns: [] }

/** A conversation is kept for each of our parties in it; what is refused is found by its MsgId. */
export function keyOf(incoming: Incoming): string | undefined {
  switch (incoming.type) {
    case 'melding':
      return `${incoming.to}.${conversationIdOf(incoming.melding)}`
    case 'receipt':
      return sentKey(incoming.original.from, incoming.original.msgId)
    case 'overdue':
    case 'event':
      return undefined
  }
}

export const sentKey = (from: string, msgId: string) => `sendt.${from}.${msgId}`

/** With one more melding. A death that was cancelled, before or after, is none. */
export function withMelding(state: State, melding: Melding): State {
  const turns = withTurn(state.turns, turnOf(melding))
  const { isDead: _before, ...rest } = state
  return { ...rest, turns, ...(validTurn(turns, 'LOG_DOD') && { isDead: true }) }
}
