/** The replays that this world has played, as they tell of themselves. */
import { setTimeout as wait } from 'node:timers/promises'
import { PlayedRun } from '@budstikka/landscape'
import type { Bucket } from '@budstikka/transport'

export type Runs = {
  all(): readonly PlayedRun[]
  /** Ends when `signal` is aborted. */
  readonly done: Promise<void>
}

const retryMs = 1_000

/** What cannot be read as a run is none: what is counted does not depend on it. */
export function followRuns(bucket: Bucket, signal: AbortSignal): Runs {
  const runs = new Map<string, PlayedRun>()
  return { all: () => [...runs.values()], done: follow() }

  async function follow() {
    // A watch that breaks is begun again; until then the runs stand as they were.
    for (; !signal.aborted; await wait(retryMs, undefined, { signal }).catch(() => undefined))
      await watch().catch(() => undefined)
  }

  async function watch() {
    for await (const change of bucket.watch(signal)) {
      if (change.type === 'isCurrent') continue
      const run = change.type === 'put' ? PlayedRun.safeParse(parseJson(change.value)).data : undefined
      if (run === undefined) runs.delete(change.key)
      else runs.set(change.key, run)
    }
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}
