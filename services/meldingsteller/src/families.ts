/** What Prometheus is shown: projections of the ledger, which survive restarts and equal the books (law 7). */
import type { PlayedRun } from '@budstikka/landscape'
import { type Family, histogramSamples } from '@budstikka/service'
import { delayBuckets } from './delay.ts'
import { counter, gauge, one } from './family.ts'
import { flowFamilies } from './flow-families.ts'
import type { Ledger } from './ledger.ts'
import { planFamilies } from './plan-families.ts'
import { reasonLabels } from './reason.ts'

/** `runs`: the replays that have been told of, one a year. */
export function* familiesOf(ledger: Ledger, runs: readonly PlayedRun[] = []): Generator<Family> {
  yield* flowFamilies(ledger)
  yield* bookFamilies(ledger)
  yield* receiptFamilies(ledger)
  yield* planFamilies(ledger, runs)
}

function* bookFamilies(ledger: Ledger): Generator<Family> {
  const books = ledger.books()
  yield counter('budstikka_sendings_total', 'Sendings, each copy and resend too.', one(books.sent))
  yield counter('budstikka_unique_meldinger_total', 'Meldinger by id, sender and receiver.', one(books.unique))
  yield gauge('budstikka_sendings_in_flight', 'Sendings without a receipt that are not dead.', one(books.inFlight))
  yield counter('budstikka_lost_total', 'Messages that have vanished from the stream uncounted.', one(books.lost))
  yield counter(
    'budstikka_dead_letters_total',
    'Dead letters, by reason.',
    // All reasons from the start: a series that begins at its first letter would hide that letter from rate().
    reasonLabels.map((reason) => ({ labels: { reason }, value: books.deadLetters[reason] ?? 0 }))
  )
  yield counter(
    'budstikka_spoofing_total',
    'Messages whose authenticated sender is not the one that they name.',
    one(books.spoofed)
  )
  yield counter('budstikka_unreadable_total', 'Messages whose headers cannot be counted by.', one(books.unreadable))
  yield gauge(
    'budstikka_counted_position',
    'Last position in the stream that is counted.',
    Object.entries(books.positions).map(([stream, value]) => ({ labels: { stream }, value }))
  )
  yield gauge(
    'budstikka_latest_simulated_timestamp_seconds',
    'Latest simulated time seen in a message, in seconds since 1970.',
    one(books.latest / 1000)
  )
}

function* receiptFamilies({ accounts: { totals, rows } }: Ledger): Generator<Family> {
  yield counter('budstikka_receipts_total', 'Meldinger that have a receipt, by its status (list 8258).', [
    { labels: { status: '1' }, value: totals.get('receiptsOk') },
    { labels: { status: '2' }, value: totals.get('receiptsRejected') },
    { labels: { status: '3' }, value: totals.get('receiptsPartlyOk') }
  ])
  yield counter(
    'budstikka_receipts_duplicated_total',
    'Receipts beyond the one that a receiver owes a melding.',
    one(totals.get('duplicated'))
  )
  yield gauge(
    'budstikka_receipts_unmatched',
    'Receipts for meldinger that were never seen.',
    one(totals.get('unmatched'))
  )
  yield {
    name: 'budstikka_receipt_delay_seconds',
    type: 'histogram',
    help: 'Simulated seconds from GenDate of a melding to that of its receipt.',
    samples: histogramSamples(delayBuckets, (limit) => totals.get(`delay.${limit}`), totals.get('delayMs') / 1000)
  }
  const oldest = rows.oldestInFlight()
  yield gauge(
    'budstikka_oldest_pending_receipt_timestamp_seconds',
    'Simulated time when the oldest melding without a receipt was sent, in seconds since 1970; absent without one.',
    oldest === undefined ? [] : one(oldest / 1000)
  )
}
