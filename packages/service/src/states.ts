/** The states of a service by key, as JSON in its store. */
import assert from 'node:assert/strict'
import type { Store } from '@budstikka/transport'

export function openStates(store: Store) {
  const table = store.table('state')
  return {
    of<State>(key: string | undefined, initial: State): State {
      const stored = key === undefined ? undefined : table.get(key)
      return stored === undefined ? initial : JSON.parse(stored)
    },
    /** `now`: simulated time, by which it is forgotten in the end. */
    save(key: string | undefined, state: unknown, now: number) {
      assert(key !== undefined, 'a state is saved under a key: keyOf gave none')
      table.put(key, JSON.stringify(state), now)
    },
    forgetBefore: (at: number) => void table.deleteBefore(at)
  }
}
