/** Which trace a message is in, from its processing until its verdict: what a log line and a count refer to. */
import type { Tracing } from './tracing.ts'

/** More than all batches that are decided and not settled. */
const notesMax = 10_000

export type TraceNotes = {
  /** The tracing that is handed to `serve`: it notes what it processes. */
  readonly tracing: Tracing
  /** Once for each message; undefined when it is not sampled, or nobody collects traces. */
  take(messageId: string): string | undefined
}

export function noteTraces(tracing: Tracing): TraceNotes {
  const notes = new Map<string, string>()
  return {
    tracing: {
      ...tracing,
      process(traceparent, message) {
        const span = tracing.process(traceparent, message)
        const traceId = traceparent?.split('-')[1]
        if (span !== undefined && traceId !== undefined) note(message.id, traceId)
        return span
      }
    },
    take(messageId) {
      const traceId = notes.get(messageId)
      notes.delete(messageId)
      return traceId
    }
  }

  function note(messageId: string, traceId: string) {
    const oldest = notes.size < notesMax ? undefined : notes.keys().next().value
    if (oldest !== undefined) notes.delete(oldest)
    notes.set(messageId, traceId)
  }
}
