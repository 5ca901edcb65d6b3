/** What Prometheus is shown: projections of the ledger, which survive restarts and equal the books (law 7). */
import type { PlayedRun } from '@budstikka/landscape'
import { counterOf, type Family, gaugeOf, histogramSamples, oneSample } from '@budstikka/service'
import { delayBuckets } from './delay.ts'
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
  yield counterOf('budstikka_sendings_total', 'Sendings, each copy and resend too.', oneSample(books.sent))
  yield counterOf('budstikka_unique_meldinger_total', 'Meldinger by id, sender and receiver.', oneSample(books.unique))
  yield gaugeOf(
    'budstikka_sendings_in_flight',
    'Sendings without a receipt that are not dead.',
    oneSample(books.inFlight)
  )
  yield counterOf(
    'budstikka_lost_total',
    'Messages that have vanished from the stream uncounted.',
    oneSample(books.lost)
  )
  yield counterOf(
    'budstikka_dead_letters_total',
    'Dead letters, by reason.',
    // All reasons from the start: a series that begins at its first letter would hide that letter from rate().
    reasonLabels.map((reason) => ({ labels: { reason }, value: books.deadLetters[reason] ?? 0 }))
  )
  yield counterOf(
    'budstikka_spoofing_total',
    'Messages whose authenticated sender is not the one that they name.',
    oneSample(books.spoofed)
  )
  yield counterOf(
    'budstikka_unreadable_total',
    'Messages whose headers cannot be counted by.',
    oneSample(books.unreadable)
  )
  yield gaugeOf(
    'budstikka_counted_position',
    'Last position in the stream that is counted.',
    Object.entries(books.positions).map(([stream, value]) => ({ labels: { stream }, value }))
  )
  yield gaugeOf(
    'budstikka_latest_simulated_timestamp_seconds',
    'Latest simulated time seen in a message, in seconds since 1970.',
    oneSample(books.latest / 1000)
  )
}

function* receiptFamilies({ accounts: { totals, rows } }: Ledger): Generator<Family> {
  yield counterOf('budstikka_receipts_total', 'Meldinger that have a receipt, by its status (list 8258).', [
    { labels: { status: '1' }, value: totals.get('receiptsOk') },
    { labels: { status: '2' }, value: totals.get('receiptsRejected') },
    { labels: { status: '3' }, value: totals.get('receiptsPartlyOk') }
  ])
  yield counterOf(
    'budstikka_receipts_duplicated_total',
    'Receipts beyond the one that a receiver owes a melding.',
    oneSample(totals.get('duplicated'))
  )
  yield gaugeOf(
    'budstikka_receipts_unmatched',
    'Receipts for meldinger that were never seen.',
    oneSample(totals.get('unmatched'))
  )
  yield {
    name: 'budstikka_receipt_delay_seconds',
    type: 'histogram',
    help: 'Simulated seconds from GenDate of a melding to that of its receipt.',
    samples: histogramSamples(delayBuckets, (limit) => totals.get(`delay.${limit}`), totals.get('delayMs') / 1000)
  }
  const oldest = rows.oldestInFlight()
  yield gaugeOf(
    'budstikka_oldest_pending_receipt_timestamp_seconds',
    'Simulated time when the oldest melding without a receipt was sent, in seconds since 1970; absent without one.',
    oldest === undefined ? [] : oneSample(oldest / 1000)
  )
}
