/** Two worlds that play the same run in turns, a slice of it each: what disturbs the machine disturbs both sides of a pair alike. */
import { setTimeout as wait } from 'node:timers/promises'
import { look, type Pace, senders, type World } from '@budstikka/cli'
import type { Bus } from '@budstikka/transport'
import { cpuMicros, ofEach, sumOf } from './processes.ts'

export type Turn = {
  readonly pace: Pace
  /** Told once the world is up. */
  begin(world: World, bus: Bus): void
  /** Told when the run is over, so that the other one need not wait for it. */
  end(): void
  /** Processor time in µs of each slice that was played from its beginning to its end, by its number. */
  readonly costs: ReadonlyMap<number, number>
}

const dayMs = 24 * 60 * 60 * 1_000
const pollMs = 20

/** `days`: of simulated time in a slice. */
export function inTurns(days: number): readonly [Turn, Turn] {
  let holder = 0
  const over = new Set<number>()
  return [turnOf(0), turnOf(1)]

  function turnOf(own: number): Turn {
    const costs = new Map<number, number>()
    let seen: { readonly world: World; readonly bus: Bus } | undefined
    let slice: number | undefined
    let before: number | undefined
    const used = () => seen && sumOf(ofEach(seen.world.pids(), cpuMicros))
    const isOurs = () => holder === own || over.has(1 - own)

    async function change(to: number, signal: AbortSignal): Promise<void> {
      await untilAnswered(signal)
      const after = used()
      if (slice !== undefined && before !== undefined && after !== undefined) costs.set(slice, after - before)
      if (slice !== undefined) holder = 1 - own
      while (!isOurs()) await wait(pollMs, undefined, { signal })
      slice = to
      before = used()
    }

    /** What is underway is of this slice. */
    async function untilAnswered(signal: AbortSignal): Promise<void> {
      while (seen !== undefined && (await look(seen.bus, senders)).waiting > 0)
        await wait(pollMs, undefined, { signal })
    }

    return {
      costs,
      begin: (world, bus) => void (seen = { world, bus }),
      end: () => void over.add(own),
      pace: {
        spanMs: dayMs,
        async wait({ at }, signal) {
          const to = Math.floor(at / (days * dayMs))
          if (to !== slice) await change(to, signal)
        }
      }
    }
  }
}
