/** What a message costs this process with traces and without, in slices by turns: what disturbs the machine disturbs both alike. */
import type { Tracing, Verdict } from '@budstikka/service'

export type Slice = {
  readonly isTraced: boolean
  /** Processor time a message heard, in µs. */
  readonly micros: number
}

/** Turns `tracing` on and off, in turns of so many messages heard; what a slice leaves behind is sent within `flushMs`. */
export function inSlices(tracing: Tracing, perSlice: number, flushMs: number) {
  const costs: Slice[] = []
  let isTraced = false
  let begin: { readonly heard: number; readonly micros: number } | undefined
  let beginAt = 0
  let count = 0
  return {
    costs,
    tracing: {
      get isOn() {
        return isTraced
      },
      publish: (...asked) => (isTraced ? tracing.publish(...asked) : undefined),
      process: (...asked) => (isTraced ? tracing.process(...asked) : undefined),
      async [Symbol.asyncDispose]() {}
    } satisfies Tracing,
    heard({ verdict }: Verdict) {
      if (verdict === 'event') return
      count += 1
      if (begin === undefined) {
        if (performance.now() >= beginAt) begin = { heard: count, micros: usedMicros() }
        return
      }
      const heard = count - begin.heard
      if (heard < perSlice) return
      costs.push({ isTraced, micros: (usedMicros() - begin.micros) / heard })
      isTraced = !isTraced
      begin = undefined
      beginAt = performance.now() + 2 * flushMs
    }
  }
}

const usedMicros = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}
