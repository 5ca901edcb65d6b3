/** Turns effects into rows: what is sent, receipted, saved and said, written in the transaction at hand. */
import { type AppRec, herIdOf, type Register } from '@budstikka/meldinger'
import type { InMessage, OutMessage, Store } from '@budstikka/transport'
import { openAwaiting } from './awaiting.ts'
import type { Effect } from './definition.ts'
import { receiptMessage, sendings } from './outgoing.ts'
import { deadLetter, unsentLetter } from './dead-letter.ts'
import { isInShare, partitionOf } from './partition.ts'
import { openStates } from './states.ts'
import { eventSubject, headerNames } from './subjects.ts'
import { openWritten } from './written.ts'
import { childTraceparent, isSampled, newTraceparent } from './tracing.ts'

/** What effects follow from: when, on which partition, under which trace. */
export type Cause = {
  /** Simulated time, milliseconds since 1970. */
  readonly now: number
  /** By which what is remembered is forgotten: never before the clock, whatever time a sender claims. */
  readonly keptAt: number
  readonly partition: number
  /** The trace that goes on; undefined where one begins. */
  readonly traceparent: string | undefined
  /** Id that effects derive theirs from: the message's. */
  readonly id: string
  /** Every replica hears an event, so each sends only what belongs to its own partitions. */
  readonly isHeardByAll?: boolean
}

export type EffectsOptions = {
  readonly service: string
  readonly store: Store
  readonly register: Register
  readonly traceRatio: number
  readonly replica: number
  readonly replicas: number
}

export type Effects = ReturnType<typeof openEffects>

export function openEffects({ service, store, register, traceRatio, replica, replicas }: EffectsOptions) {
  const states = openStates(store)
  const awaiting = openAwaiting(store)
  const written = openWritten(store)
  return {
    awaiting,
    stateOf: states.of,
    /** What is older than `at` in simulated time, milliseconds since 1970. */
    forgetBefore(at: number) {
      states.forgetBefore(at)
      awaiting.forgetBefore(at)
    },
    /** All but receipts, which belong to the melding at hand: see receipt(). */
    apply<State>(effects: readonly Effect<State>[], key: string | undefined, cause: Cause) {
      let said = 0
      for (const effect of effects) {
        switch (effect.type) {
          case 'send':
            sendOne(effect, cause)
            break
          case 'save':
            states.save(effect.key ?? key, effect.state, cause.keptAt)
            break
          case 'say':
            written.message(eventMessage(effect, `${effect.name}.${effect.key}.${cause.id}.${said++}`, cause))
            break
          case 'receipt':
        }
      }
    },
    receipt(appRec: AppRec, cause: Cause) {
      const at = Date.parse(appRec.genDate)
      const traceparent = traceparentFor(cause, appRec.id, traceRatio)
      const message = receiptMessage(appRec, { register, partition: cause.partition, traceparent, at })
      if (!('reason' in message)) return written.melding(message)
      // The sender has gone since: nobody is left to answer, and somebody should know.
      const from = herIdOf(appRec.sender) ?? '0'
      const { to, reason } = message
      written.message(
        unsentLetter(service, { from, to, msgId: appRec.id, meldingType: 'APPREC', attempt: 0, at }, reason)
      )
    },
    dead(message: Pick<InMessage, 'id' | 'subject' | 'body' | 'header'>, reason: string) {
      written.message(deadLetter(service, message, reason))
    },
    /** The rows written since the last call, to be published once the transaction is committed. */
    takeRows: written.take,
    /** Forgets what an undone transaction has left in memory. */
    discard: written.discard
  }

  function sendOne({ melding, attempt = 0 }: Extract<Effect<unknown>, { type: 'send' }>, cause: Cause) {
    if (cause.isHeardByAll && !isInShare(partitionOf(melding), replica, replicas)) return
    const traceparent = traceparentFor(cause, melding.envelope.msgId, traceRatio)
    const outcome = sendings(melding, { register, attempt, traceparent })
    const { msgId, type: meldingType, sender, genDate } = melding.envelope
    const at = Date.parse(genDate)
    for (const { message, sent, roles } of outcome.sendings) {
      written.melding(message)
      for (const role of roles) awaiting.add(sent, role, at)
    }
    const from = herIdOf(sender) ?? '0'
    for (const { to, reason } of outcome.undeliverable)
      written.message(unsentLetter(service, { from, to, msgId, meldingType, attempt, at }, reason))
  }
}

function eventMessage(
  { name, key, data }: Extract<Effect<unknown>, { type: 'say' }>,
  id: string,
  cause: Cause
): OutMessage {
  const headers = {
    [headerNames.time]: String(cause.now),
    ...(cause.traceparent && { [headerNames.traceparent]: cause.traceparent })
  }
  return { subject: eventSubject(name, key), id, headers, body: Buffer.from(JSON.stringify(data)) }
}

/** An unsampled trace is carried as it is: only a sampled one needs a span of its own. */
function traceparentFor({ traceparent }: Cause, id: string, ratio: number): string {
  if (traceparent === undefined) return newTraceparent(id, ratio)
  return isSampled(traceparent) ? childTraceparent(traceparent, id) : traceparent
}
