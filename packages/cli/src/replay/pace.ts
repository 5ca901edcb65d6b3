/** How fast a replay goes: as fast as it can, at a multiple of real time, or at a pace of the caller's. */
import { setTimeout as wait } from 'node:timers/promises'
import { dayMs, type Step } from './steps.ts'

export type Pace = {
  /** No step holds more simulated time than this. */
  readonly spanMs: number
  /** Resolves when a step is due; rejects when `signal` is aborted. */
  wait(step: Step, signal: AbortSignal): Promise<void>
}

/** Simulated time to real time, 'max', or a pace. */
export type Speed = number | 'max' | Pace

/** At a given speed no batch is older than this when it is told. */
const spanRealMs = 1_000

export function paceOf(speed: Speed): Pace {
  if (typeof speed === 'object') return speed
  if (speed === 'max') return { spanMs: dayMs, wait: async () => undefined }
  let startedAt: { readonly real: number; readonly simulated: number } | undefined
  return {
    spanMs: speed * spanRealMs,
    wait({ at }, signal) {
      startedAt ??= { real: Date.now(), simulated: at }
      return waitUntil(startedAt.real + (at - startedAt.simulated) / speed, signal)
    }
  }
}

/** `at`: milliseconds since 1970. */
export async function waitUntil(at: number, signal: AbortSignal): Promise<void> {
  const delay = at - Date.now()
  if (delay > 0) await wait(delay, undefined, { signal })
}
