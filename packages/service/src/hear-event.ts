/** An event at a service: told to its decision once; the clock's also wakes what waited too long and forgets what is old. */
import type { InMessage } from '@budstikka/transport'
import type { Hearing } from './hear-melding.ts'
import { verdictOf } from './hear-melding.ts'
import { timeOf } from './message-time.ts'
import { advanceClock } from './status.ts'
import type { Verdict } from './verdict.ts'

/**
 * How long the inbox remembers, in simulated time (docs/decisions/0002); never shorter than the resend rules. A state that
 * nothing has changed for as long is forgotten too (our choice).
 */
const rememberMs = 90 * 24 * 60 * 60 * 1000

export function hearEvent<State>(hearing: Hearing<State>, message: InMessage): Verdict[] {
  const { definition, effects, store, register } = hearing
  const inbox = store.table('inbox')
  const now = timeOf(message, store)
  if (!inbox.add(`event.${message.id}`, '', now)) return [verdictOf(message, 'duplicate')]
  advanceClock(store, now)
  const [, name = ''] = message.subject.split('.')
  const cause = { now, keptAt: now, partition: 0, traceparent: undefined, id: message.id, isHeardByAll: true }
  const data: unknown = JSON.parse(Buffer.from(message.body).toString())
  const verdicts = name === 'klokke' ? strike() : []
  if (!definition.hears.events.includes(name)) return verdicts
  tell({ type: 'event', name, id: message.id, data })
  return [...verdicts, verdictOf(message, 'event')]

  function strike(): Verdict[] {
    inbox.deleteBefore(now - rememberMs)
    effects.forgetBefore(now - rememberMs)
    const verdicts: Verdict[] = []
    for (let late = effects.awaiting.takeOverdue(now); late.length > 0; late = effects.awaiting.takeOverdue(now))
      for (const original of late) {
        tell({ type: 'overdue', original })
        verdicts.push(verdictOf(message, 'overdue'))
      }
    return verdicts
  }

  function tell(incoming: Parameters<typeof definition.handle>[1]) {
    const key = definition.keyOf(incoming)
    effects.apply(definition.handle(effects.stateOf(key, definition.initial), incoming, { now, register }), key, cause)
  }
}
