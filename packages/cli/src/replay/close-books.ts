/** The end of a replay: waits until everything is answered and counted, then makes the report. */
import {
  bookedRows,
  FlowByTypes,
  makeReport,
  type Report,
  type ScaledPlan,
  TellerBooks,
  wholePlan
} from '@budstikka/landscape'
import { tellerSubjects } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { ask, soonMs } from '../ask.ts'
import { waitFor } from './replay.ts'
import { look, markOf, patiently, pauseAfter, type Sight } from './sight.ts'

export type CloseOptions = {
  readonly bus: Bus
  readonly senders: readonly string[]
  readonly plan: ScaledPlan
  readonly seed: string
  /** When the replay began, so that its rate is what the user waited for; and what an earlier part of the run took. */
  readonly startedAt: number
  readonly secondsBefore?: number
  /** Simulated time of the last event told: until every sender has heard it, there is more to be sent. */
  readonly until: number
  onSeen?(seen: Seen): void
}
export type Seen = { readonly sight: Sight; readonly books: TellerBooks }

/**
 * Nothing has moved for longer than a process that was killed takes to come up again, so nothing more will come: what is
 * missing stands in the books as in flight.
 */
const stuckMs = 30_000

export async function closeBooks(options: CloseOptions, signal: AbortSignal): Promise<Report> {
  const { bus, senders, plan, seed, secondsBefore = 0 } = options
  let last: Seen | undefined
  const see = async () =>
    (last = { sight: await look(bus, senders), books: await patiently(() => askBooks(bus, soonMs)) })
  const markOfSeen = ({ sight, books }: Seen) => [markOf(sight), ...Object.values(books.positions)].join('.')
  const { onSeen } = options
  await waitFor(
    {
      look: see,
      isSettled: (seen) => isClosed(seen, options.until),
      markOf: markOfSeen,
      pauseAfter: ({ sight }) => pauseAfter(sight),
      stuckMs,
      ...(onSeen && { onSight: onSeen })
    },
    signal
  )
  const seconds = secondsBefore + (Date.now() - options.startedAt) / 1000
  const { sight, books } = last ?? (await see())
  const flow = await patiently(() => ask(bus, { subject: tellerSubjects.flowByTypes, answer: FlowByTypes }))
  const report = makeReport(
    bookedRows(plan),
    { flow: flow.rows, books },
    {
      year: plan.year,
      scale: plan.scale,
      seed,
      saidSent: sight.totals.meldinger - receiptsIn(books),
      seconds,
      bytes: sight.totals.bytes,
      hash: sight.totals.digest
    }
  )
  return { ...report, ...wholePlan(plan, report.rows) }
}

/** Every event is heard, and all that the senders say they have sent is counted, answered, and the answers are heard. */
export function isClosed({ sight, books }: Seen, until: number): boolean {
  const isCounted = books.sent + receiptsIn(books) >= sight.totals.meldinger
  return sight.clock >= until && isCounted && books.inFlight === 0 && sight.waiting <= books.dead
}

/** Receipts counted: the first of each melding, and those that came again. */
const receiptsIn = ({ receipts, duplicated }: TellerBooks) => receipts.ok + receipts.rejected + duplicated

export const askBooks = (bus: Bus, timeoutMs?: number) =>
  ask(bus, { subject: tellerSubjects.books, answer: TellerBooks, ...(timeoutMs !== undefined && { timeoutMs }) })
