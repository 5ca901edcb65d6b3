/** Publishes what stands in the outbox, in order, and tells which rows are out; one at a time, so numbers only rise. */
import type { Bus, OutMessage, Store } from '@budstikka/transport'

/** Rows read back from the outbox at once after a restart. */
const recoverMax = 500

export type Publisher = {
  /** Hands over rows that a committed transaction has written; resolves when they are stored in the stream. */
  publish(rows: readonly OutboxRow[]): Promise<void>
  /** Rows up to this number are published; the next transaction may forget them. */
  readonly publishedUpTo: number
}
export type OutboxRow = { readonly number: number; readonly message: OutMessage }

/** Publishes first what an earlier run left behind, then whatever is handed over. Rejects when `signal` is aborted. */
export async function startPublisher(bus: Bus, store: Store, signal: AbortSignal): Promise<Publisher> {
  await publishLeftovers(bus, store, signal)
  let publishedUpTo = 0
  let waiting: { rows: readonly OutboxRow[]; done: PromiseWithResolvers<void> }[] = []
  let pumping: Promise<void> | undefined
  let failure: { readonly error: unknown } | undefined

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const taken = waiting
      waiting = []
      try {
        await bus.publish(
          taken.flatMap(({ rows }) => rows.map((row) => row.message)),
          signal
        )
      } catch (error) {
        failure = { error }
        for (const { done } of taken.concat(waiting)) done.reject(error)
        waiting = []
        return
      }
      for (const { rows, done } of taken) {
        publishedUpTo = rows.at(-1)?.number ?? publishedUpTo
        done.resolve()
      }
    }
    pumping = undefined
  }

  return {
    publish(rows) {
      if (failure !== undefined) return Promise.reject(failure.error)
      if (rows.length === 0) return Promise.resolve()
      const done = Promise.withResolvers<void>()
      waiting.push({ rows, done })
      pumping ??= pump()
      return done.promise
    },
    get publishedUpTo() {
      return publishedUpTo
    }
  }
}

async function publishLeftovers(bus: Bus, store: Store, signal: AbortSignal): Promise<void> {
  for (;;) {
    const rows = store.outbox.pending(recoverMax)
    const last = rows.at(-1)
    if (last === undefined) return
    await bus.publish(
      rows.map((row) => row.message),
      signal
    )
    store.transaction(() => store.outbox.markPublished(last.number))
  }
}
