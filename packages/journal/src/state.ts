/** What a journal system remembers of a conversation at one party, and of a melding that it sent. */
import type { Hendelse } from '@budstikka/landscape'
import {
  conversationIdOf,
  forsendelsesstatusOf,
  type Melding,
  turnOf,
  type Turns,
  validTurns,
  withTurn
} from '@budstikka/meldinger'
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

/**
 * A conversation is kept for each of our parties in it; a melding without status (dialogmelding) leaves nothing to keep. Of
 * receipts those matter that refuse, and those for LOG_UTSKRIVNINGSKLAR: what we sent is found by its MsgId.
 */
export function keyOf(incoming: Incoming): string | undefined {
  switch (incoming.type) {
    case 'melding': {
      const { melding, to } = incoming
      return forsendelsesstatusOf(melding.payload) && `${to}.${conversationIdOf(melding)}`
    }
    case 'receipt': {
      const { appRec, original } = incoming
      const matters = appRec.status === '2' || original.meldingType === 'LOG_UTSKRIVNINGSKLAR'
      return matters ? sentKey(original.from, original.msgId) : undefined
    }
    case 'overdue':
    case 'event':
      return undefined
  }
}

export const sentKey = (from: string, msgId: string) => `sendt.${from}.${msgId}`

/** With one more melding, `by` an organisation's HER-id. A death that was cancelled, before or after, is none. */
export function withMelding(state: State, melding: Melding, by: string): State {
  const turns = withTurn(state.turns, turnOf(melding, by))
  const { isDead: _before, ...rest } = state
  return { ...rest, turns, ...(validTurns(turns, 'LOG_DOD').length > 0 && { isDead: true }) }
}
