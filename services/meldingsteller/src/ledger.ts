/** The ledger: counts a batch in one transaction with its position, so that nothing is lost or counted twice. */
import type { FlowRow, Journey, TellerBooks } from '@budstikka/landscape'
import type { Register } from '@budstikka/meldinger'
import type { InMessage, Store } from '@budstikka/transport'
import { booksOf, journeyOf } from './answer.ts'
import { closedSet, typesMax } from './closed-set.ts'
import { type Cube, openCube } from './cube.ts'
import { factsOf } from './fact.ts'
import { openPairs, type Pairs } from './pairs.ts'
import { openPlaces } from './places.ts'
import { post } from './post.ts'
import { openRows, type Rows } from './rows.ts'
import type { HeardStream } from './service.ts'
import { openSums, type Sums } from './sums.ts'
import { openTotals, type Totals } from './totals.ts'

export type LedgerOptions = {
  readonly store: Store
  readonly register: Register
  /** Whose municipalities' names places have. */
  readonly year: number
  /** Sender/receiver pairs that get series of their own. */
  readonly pairsMax: number
  /** Cells of the flow kept in memory. */
  readonly cellsMax: number
  /** Simulated time for which a settled melding is remembered. */
  readonly rememberMs: number
}

/** What the ledger is made of; all of it is in the store, or made from the store when it is opened. */
export type Accounts = {
  readonly totals: Totals
  readonly rows: Rows
  /** By HER-ids and month. */
  readonly flow: Cube
  /** By business types (list 9040) and day, and the same by month. */
  readonly days: Cube
  readonly sums: Sums
  /** By place, all types and months together. */
  readonly places: Cube
  placeOf(herId: string): string
  /** The type, or 'other' when there are too many. */
  typeOf(meldingType: string): string
  readonly pairs: Pairs
  readonly pairsMax: number
  readonly register: Register
}

export type Ledger = {
  /** Throws when the store is unwell; the ledger must then be opened anew, since its memory is ahead of the store. */
  count(stream: HeardStream, messages: readonly InMessage[]): void
  books(): TellerBooks
  journey(msgId: string): Journey
  flow(): Iterable<FlowRow>
  flowByTypes(): Iterable<FlowRow>
  /** The same by day: `month` is yyyy-mm-dd. */
  flowByDay(): Iterable<FlowRow>
  inFlightBefore(time: number): number
  readonly accounts: Accounts
}

const dayMs = 86_400_000
// More than the combinations of types of a week, so that the days at hand stay in memory.
const dayCellsMax = 5_000
// More than the pairs of places that write to each other.
const placeCellsMax = 20_000

export function openLedger({ store, register, year, pairsMax, cellsMax, rememberMs }: LedgerOptions): Ledger {
  const flow = openCube(store, 'flow', cellsMax)
  const totals = openTotals(store, 'totals')
  const rows = openRows(store, totals.get('latest'))
  const typeOf = closedSet(typesMax)
  const days = openCube(store, 'flow_by_day', dayCellsMax)
  const accounts: Accounts = {
    totals,
    rows,
    flow,
    days,
    sums: openSums(known(days.rows())),
    places: openCube(store, 'flow_by_place', placeCellsMax),
    placeOf: openPlaces(register, year),
    typeOf,
    pairs: openPairs(pairsMax, flow.rows()),
    pairsMax,
    register
  }
  const { places, sums } = accounts
  let forgotAt = totals.get('latest')

  return {
    count(stream, messages) {
      store.transaction(() => {
        const fresh = notYetCounted(totals, stream, messages)
        for (const message of fresh) for (const fact of factsOf(message)) post(accounts, fact)
        const latest = totals.get('latest')
        rows.flush(latest)
        flow.flush()
        days.flush()
        places.flush()
        totals.flush()
        if (latest - forgotAt < dayMs) return
        rows.forgetSettledBefore(latest - rememberMs)
        forgotAt = latest
      })
    },
    books: () => booksOf(totals),
    journey: (msgId) => journeyOf(msgId, rows.find(msgId)),
    flow: () => flow.rows(),
    flowByTypes: () => sums.rows(),
    flowByDay: () => days.rows(),
    inFlightBefore: (time) => rows.inFlightBefore(time),
    accounts
  }

  /** The types on disk are those that had a name of their own before a restart. */
  function* known(stored: Iterable<FlowRow>): Generator<FlowRow> {
    for (const row of stored) yield { ...row, type: typeOf(row.type) }
  }
}

/** Skips what the stored position covers. One that is jumped over is a message that vanished from the stream. */
function notYetCounted(totals: Totals, stream: HeardStream, messages: readonly InMessage[]): readonly InMessage[] {
  const name = `position.${stream}`
  const before = totals.get(name)
  const fresh = messages.filter(({ position }) => position > before)
  let counted = before
  let vanished = 0
  for (const { position } of fresh) {
    // What was trimmed before the very first message was never ours to count.
    if (counted > 0) vanished += Math.max(0, position - counted - 1)
    counted = position
  }
  if (fresh.length > 0) totals.set(name, counted)
  if (stream === 'MELDINGER') totals.add('lost', vanished)
  return fresh
}
