/** Makes the streams and buckets before anybody else comes, and waits for servers of a cluster that come later. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Bus } from '../bus.ts'
import { RefusedError } from '../errors.ts'

export type MakeOptions = {
  readonly buckets: readonly string[]
  /** Copies of each. One server has room for one at once or not at all: only more are waited for. */
  readonly replicas: number
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** Told why it waits, and again whenever that is something else. */
  onWait?(error: unknown): void
}

const backOffMinMs = 100
const backOffMaxMs = 2_000

/**
 * `open` connects and sees to the streams (connectJetStream). Throws when so many copies could not be placed in time, with the last
 * failure as its cause, and at once what waiting cannot mend.
 */
export async function makeStreams(open: () => Promise<Bus>, options: MakeOptions): Promise<void> {
  const { buckets, replicas, timeoutMs, signal, onWait } = options
  const deadline = Date.now() + timeoutMs
  let said: string | undefined
  for (let backOffMs = backOffMinMs; ; backOffMs = Math.min(2 * backOffMs, backOffMaxMs)) {
    try {
      await using bus = await open()
      for (const name of buckets) await bus.bucket(name)
      return
    } catch (error) {
      // Until the servers have chosen a leader they answer nothing, and then refuse what they have no room for.
      if (replicas === 1 || error instanceof RefusedError) throw error
      if (Date.now() + backOffMs > deadline)
        throw new Error(`expected servers for ${replicas} copies of every stream within ${timeoutMs / 1_000} s`, {
          cause: error
        })
      if (String(error) !== said) onWait?.(error)
      said = String(error)
      await wait(backOffMs, undefined, { signal })
    }
  }
}
