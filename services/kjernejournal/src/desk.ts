/** Whoever asks in the same moment is served in one transaction: one sync to the disk for all, and an answer only after it. */
import type { Store } from '@budstikka/transport'

export type Desk = <Answer>(work: () => Answer) => Promise<Answer>

type Waiting = { run(): void; answer(): void; fail(error: unknown): void }

/** `afterCommit` is called once a transaction stands. Rejects with what the work threw, whose own changes are undone. */
export function openDesk(store: Store, afterCommit: () => void): Desk {
  let waiting: Waiting[] = []
  return <Answer>(work: () => Answer) =>
    new Promise<Answer>((resolve, fail) => {
      let answer: { readonly value: Answer } | undefined
      waiting.push({
        run: () => void (answer = { value: work() }),
        answer: () => answer && resolve(answer.value),
        fail
      })
      if (waiting.length === 1) setImmediate(serveAll)
    })

  function serveAll(): void {
    const taken = waiting
    waiting = []
    try {
      commit(taken)
    } catch {
      // One of them fails: each is served alone, so that the others are not undone with it.
      for (const one of taken) {
        try {
          commit([one])
        } catch (error) {
          one.fail(error)
        }
      }
    }
  }

  function commit(some: readonly Waiting[]): void {
    store.transaction(() => some.forEach((one) => one.run()))
    afterCommit()
    for (const one of some) one.answer()
  }
}
