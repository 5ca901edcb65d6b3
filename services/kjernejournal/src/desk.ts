/** Those who ask in the same moment are served in one transaction: one sync to the disk for all, and answers only after it. */
import type { Store } from '@budstikka/transport'

export type Desk = <Answer>(work: () => Answer) => Promise<Answer>

/**
 * Our choice. After a pause (a slow disk, a busy machine) hundreds wait: were they served in one go, the first would be answered
 * after the last is done, and as many new ones would wait behind them.
 */
const atOnceMax = 32

type Waiting = { run(): void; answer(): void; fail(error: unknown): void }

/** `afterCommit` is called once a transaction stands. Rejects with what the work threw, whose own changes are undone. */
export function openDesk(store: Store, afterCommit: () => void): Desk {
  const waiting: Waiting[] = []
  return <Answer>(work: () => Answer) =>
    new Promise<Answer>((resolve, fail) => {
      let answer: { readonly value: Answer } | undefined
      waiting.push({
        run: () => void (answer = { value: work() }),
        answer: () => answer && resolve(answer.value),
        fail
      })
      if (waiting.length === 1) setImmediate(serveSome)
    })

  function serveSome(): void {
    const taken = waiting.splice(0, atOnceMax)
    if (waiting.length > 0) setImmediate(serveSome)
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
