/** A service that keeps its states in tables of its own, where one state by one key, forgotten after 90 days, will not do. */
import type { Effect, Incoming, ServiceDefinition } from './definition.ts'

export type Memory<State> = {
  /** What an incoming is about, as it stands. Reads in the transaction at hand. */
  of(incoming: Incoming): State
  /** Writes in the transaction at hand. `now`: simulated time, milliseconds since 1970. */
  save(state: State, now: number): void
  /** Deletes what is not to be kept longer; called when the clock strikes. */
  forgetBefore(now: number): void
}

/** The same service, its states in `memory`: read before it decides, and saved where it says so. */
export function remembering<State>(
  definition: Omit<ServiceDefinition<State>, 'keyOf'>,
  memory: Memory<State>
): ServiceDefinition<State> {
  return {
    ...definition,
    keyOf: () => undefined,
    handle(_initial, incoming, context) {
      if (incoming.type === 'event' && incoming.name === 'klokke') memory.forgetBefore(context.now)
      const effects = definition.handle(memory.of(incoming), incoming, context)
      const [saves, rest] = partition(effects)
      for (const { state } of saves) memory.save(state, context.now)
      return rest
    }
  }
}

type Save<State> = Extract<Effect<State>, { type: 'save' }>

function partition<State>(effects: readonly Effect<State>[]) {
  const saves: Save<State>[] = []
  const rest: Effect<State>[] = []
  for (const effect of effects)
    if (effect.type === 'save') saves.push(effect)
    else rest.push(effect)
  return [saves, rest] as const
}
