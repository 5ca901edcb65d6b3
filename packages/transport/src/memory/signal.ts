/** Waiting for something to happen, without timers: who waits goes on in the order in which they began to wait. */

export type Waiters = {
  /** Resolves at the next wake() or when `signal` is aborted. */
  wait(signal?: AbortSignal): Promise<void>
  wake(): void
}

export function createWaiters(): Waiters {
  const waiting = new Set<() => void>()
  return {
    wait(signal) {
      if (signal?.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const go = () => {
          waiting.delete(go)
          signal?.removeEventListener('abort', go)
          resolve()
        }
        waiting.add(go)
        signal?.addEventListener('abort', go, { once: true })
      })
    },
    wake() {
      for (const go of waiting) go()
    }
  }
}

/** Lets everything else that is ready have its turn. */
export const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
