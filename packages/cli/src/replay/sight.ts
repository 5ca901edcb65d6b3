/** What the replay sees of the senders: how far they have come, and what still waits for a receipt. */
import { setTimeout as wait } from 'node:timers/promises'
import { addTotals, type SentTotals } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { askStatus, type ServiceStatus } from '../ask.ts'
import { CannotError } from '../host.ts'

export type Sight = {
  /** Everything that the senders have sent, receipts too. */
  readonly totals: SentTotals
  readonly waiting: number
  /** The clock of the slowest: all have heard every event before it. */
  readonly clock: number
  /** How many parties all of them know. */
  readonly parties: number
  /** GenDate of the oldest melding without a receipt; Infinity when none waits. */
  readonly oldestWaiting: number
}

/** A service that died is up again before that, or is given up. */
const restartMs = 60_000
const retryMs = 250
/** Milliseconds between two looks at what is nearly there. */
export const pauseMs = 15
const waitingPerMs = 100

/** Asks all senders at once; waits for one that is being started again. Throws CannotError when it does not come back. */
export async function look(bus: Bus, senders: readonly string[]): Promise<Sight> {
  return sightOf(await Promise.all(senders.map((sender) => patiently(() => askStatus(bus, sender)))))
}

/** Tries again while nobody answers, until `signal` is aborted. */
export async function patiently<Answer>(question: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
  for (const deadline = Date.now() + restartMs; ; await wait(retryMs, undefined, { signal })) {
    try {
      return await question()
    } catch (error) {
      if (!(error instanceof CannotError) || Date.now() > deadline) throw error
    }
  }
}

export function sightOf(all: readonly ServiceStatus[]): Sight {
  return {
    totals: addTotals(all),
    waiting: all.reduce((sum, { waiting }) => sum + waiting, 0),
    clock: Math.min(...all.map(({ clock }) => clock)),
    parties: Math.min(...all.map(({ parties }) => parties)),
    oldestWaiting: Math.min(...all.map(({ oldestWaiting = Infinity }) => oldestWaiting))
  }
}

/** True when every sending before `at` is made and answered. */
export const isAnsweredBefore = ({ clock, oldestWaiting }: Sight, at: number) => clock >= at && oldestWaiting >= at

/** Milliseconds until the next look: longer the more waits, since every look costs each sender something. Our choice. */
export const pauseAfter = ({ waiting }: Sight) => pauseMs + waiting / waitingPerMs

/** Two sights with the same mark: nothing has moved between them. */
export const markOf = ({ totals, waiting, clock, parties, oldestWaiting }: Sight) =>
  [totals.meldinger, waiting, clock, parties, oldestWaiting].join('.')
