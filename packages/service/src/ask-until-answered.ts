/** Asks another service until it answers: one that has died is started again. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Bus, NoAnswerError } from '@budstikka/transport'
import { lookUpTimeoutMs } from './look-up.ts'

/** Our choice: how soon it is asked again. */
export const retryMs = 100

/** Nobody answering is no answer: the same is asked again. Rejects with what else the bus throws, and when `signal` is aborted. */
export async function askUntilAnswered(
  bus: Pick<Bus, 'ask'>,
  subject: string,
  body: Uint8Array,
  signal: AbortSignal
): Promise<Uint8Array> {
  for (;;) {
    signal.throwIfAborted()
    try {
      return await bus.ask(subject, body, lookUpTimeoutMs)
    } catch (error) {
      if (!(error instanceof NoAnswerError)) throw error
      await wait(retryMs, undefined, { signal })
    }
  }
}
