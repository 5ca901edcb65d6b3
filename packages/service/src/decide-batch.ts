/** Decides a batch in one transaction; where one message makes the service fail, it is found, and is dead, and the others live. */
import { type InMessage, isStoreFailure, type Store } from '@budstikka/transport'
import type { Effects } from './effects.ts'
import { verdictOf } from './hear-melding.ts'
import type { OutboxRow, Publisher } from './publisher.ts'
import { headerNames } from './subjects.ts'
import type { TracedMessage, Tracing } from './tracing.ts'
import type { Verdict } from './verdict.ts'

export type Hear = (message: InMessage) => Verdict[]
export type Decided = { readonly rows: readonly OutboxRow[]; readonly verdicts: readonly Verdict[] }

/** What it answers throws only when the store fails: then the world is unwell, and nothing was decided. */
export function createDecider({
  service,
  store,
  publisher,
  effects,
  tracing
}: {
  readonly service: string
  readonly store: Store
  readonly publisher: Publisher
  readonly effects: Effects
  readonly tracing: Tracing | undefined
}): (messages: readonly InMessage[], hear: Hear) => Decided {
  return decide

  function decide(messages: readonly InMessage[], hear: Hear): Decided {
    try {
      return inTransaction(messages, hear)
    } catch (error) {
      effects.discard()
      if (isStoreFailure(error)) throw error
      // One of them makes the service fail: it is found by hearing each alone, and is dead; the others are served.
      const each = messages.map((message) => hearAlone(message, hear))
      return { rows: each.flatMap(({ rows }) => rows), verdicts: each.flatMap(({ verdicts }) => verdicts) }
    }
  }

  function hearAlone(message: InMessage, hear: Hear): Decided {
    try {
      return inTransaction([message], hear)
    } catch (error) {
      effects.discard()
      if (isStoreFailure(error)) throw error
      // The error's text may quote what came; its name cannot.
      const reason = `${service} failed: ${error instanceof Error ? error.name : 'unknown'}`
      return inTransaction([message], () => {
        effects.dead(message, reason)
        return [verdictOf(message, 'dead', reason)]
      })
    }
  }

  function inTransaction(messages: readonly InMessage[], hear: Hear): Decided {
    return store.transaction(() => {
      store.outbox.markPublished(publisher.publishedUpTo)
      const verdicts = messages.flatMap((message) => {
        const span = tracing?.process(message.header(headerNames.traceparent), traced(message))
        const heard = hear(message)
        span?.end(heard.find(({ verdict }) => verdict === 'dead')?.reason)
        return heard
      })
      return { rows: effects.takeRows(), verdicts }
    })
  }
}

const templates: Readonly<Record<string, string>> = {
  melding: 'melding.{tjeneste}.{to}.{from}.{type}.{part}',
  event: 'event.{name}.{key}',
  dead: 'dead.{service}'
}
/** What a span may say of a message. */
export const traced = ({ subject, id }: { subject: string; id: string }): TracedMessage => ({
  template: templates[subject.slice(0, subject.indexOf('.'))] ?? 'other',
  subject,
  id
})
