/** What a service that sends says of what did not arrive as it should: a refusal, or no receipt. */
import { type Effect, type Incoming, say } from './definition.ts'

/** `melding-avvist` with the codes, without their text; `kvittering-mangler`; nothing for a positive receipt. */
export function tellUnanswered(
  incoming: Extract<Incoming, { type: 'receipt' | 'overdue' }>
): readonly Extract<Effect<never>, { type: 'say' }>[] {
  const { original } = incoming
  if (incoming.type === 'overdue') return [say('kvittering-mangler', original.msgId, original)]
  if (incoming.appRec.status !== '2') return []
  const codes = incoming.appRec.errors.map(({ code }) => code)
  return [say('melding-avvist', original.msgId, { ...original, codes })]
}
