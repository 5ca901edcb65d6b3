/** A key-value bucket in memory. */
import type { Bucket, BucketChange } from '../bus.ts'
import { createWaiters, type Waiters } from './signal.ts'

/** Last value of each key with the revision that set it; undefined where it was deleted. */
export type BucketLog = {
  readonly values: Map<string, { readonly revision: number; readonly value: Uint8Array | undefined }>
  revision: number
  readonly more: Waiters
}

export const createBucketLog = (): BucketLog => ({ values: new Map(), revision: 0, more: createWaiters() })

export function bucketOn(log: BucketLog, closed: AbortSignal): Bucket {
  const set = (key: string, value: Uint8Array | undefined) => {
    // Deleted first, so that the map stands in order of revision.
    log.values.delete(key)
    log.values.set(key, { revision: ++log.revision, value })
    log.more.wake()
  }
  return {
    get: (key) => Promise.resolve(log.values.get(key)?.value),
    async put(key, value) {
      set(key, value)
    },
    async putAll(entries) {
      for (const [key, value] of entries) set(key, value)
    },
    async delete(key) {
      set(key, undefined)
    },
    watch: (signal) => watchLog(log, AbortSignal.any([signal, closed]))
  }
}

async function* watchLog(log: BucketLog, signal: AbortSignal): AsyncGenerator<BucketChange> {
  const changesSince = (revision: number) => [...log.values].filter(([, entry]) => entry.revision > revision)
  let seen = 0
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const upTo = log.revision
    for (const [key, { value }] of changesSince(seen)) {
      if (value !== undefined) yield { type: 'put', key, value }
      else yield { type: 'delete', key }
    }
    seen = upTo
    if (isFirst) yield { type: 'isCurrent' }
    if (log.revision === seen) await log.more.wait(signal)
  }
}
