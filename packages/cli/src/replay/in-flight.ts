/** So many questions at once and no more: whoever begins another waits for one that is under way. */

export type InFlight = {
  /** Resolves when there is room for the next. Rejects when one that is awaited has failed. */
  begin(question: () => Promise<unknown>): Promise<void>
  /** Resolves when none is under way any more. */
  rest(): Promise<void>
}

/** Begins nothing more when `signal` is aborted. */
export function inFlight(max: number, signal: AbortSignal): InFlight {
  const underway = new Set<Promise<unknown>>()
  return {
    async begin(question) {
      signal.throwIfAborted()
      const asking: Promise<unknown> = question().finally(() => underway.delete(asking))
      underway.add(asking)
      if (underway.size >= max) await Promise.race(underway)
    },
    async rest() {
      await Promise.all(underway)
    }
  }
}
