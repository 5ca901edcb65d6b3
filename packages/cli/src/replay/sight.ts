/** What the replay sees of the senders: how far they have come, and what still waits for a receipt. */
import { addTotals, type SentTotals } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { askStatus, type ServiceStatus } from '../ask.ts'

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

/** Asks all senders at once. */
export async function look(bus: Bus, senders: readonly string[]): Promise<Sight> {
  return sightOf(await Promise.all(senders.map((sender) => askStatus(bus, sender))))
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

/** Two sights with the same mark: nothing has moved between them. */
export const markOf = ({ totals, waiting, clock, parties, oldestWaiting }: Sight) =>
  [totals.meldinger, waiting, clock, parties, oldestWaiting].join('.')
