/** What Prometheus is shown: projections of the ledger, which survive restarts and equal the books (law 7). */
import type { FlowRow } from '@budstikka/landscape'
import { delayBuckets } from './delay.ts'
import { type Family, histogramSamples, type Sample } from './exposition.ts'
import type { Ledger } from './ledger.ts'

export function* familiesOf(ledger: Ledger): Generator<Family> {
  yield* flowFamilies(ledger)
  yield* bookFamilies(ledger)
  yield* receiptFamilies(ledger)
}

function* flowFamilies({ accounts: { pairs }, flowByTypes }: Ledger): Generator<Family> {
  yield counter(
    'budstikka_flow_meldinger_total',
    'Sendings by HER-id of sender and receiver and by type; pairs beyond the limit are other.',
    Array.from(pairs.series(), ({ sendings, ...labels }) => ({ labels, value: sendings }))
  )
  yield counter(
    'budstikka_flow_pairs_overflow_total',
    'Sendings between pairs that have no series of their own.',
    one(pairs.overflow())
  )
  yield counter(
    'budstikka_meldinger_total',
    'Sendings that have come to an end, by type, business types of sender and receiver (list 9040) and outcome.',
    outcomes(flowByTypes())
  )
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
    Object.entries(books.deadLetters).map(([reason, value]) => ({ labels: { reason }, value }))
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

/** Added up over the months. */
function* outcomes(rows: Iterable<FlowRow>): Generator<Sample> {
  const sums = new Map<string, { labels: Record<string, string>; value: number }>()
  for (const { type, sender, receiver, ok, rejected, dead } of rows) {
    for (const [outcome, count] of Object.entries({ delivered: ok, rejected, dead })) {
      const key = `${type}.${sender}.${receiver}.${outcome}`
      const labels = { type, sender_type: sender, receiver_type: receiver, outcome }
      const sum = sums.get(key) ?? { labels, value: 0 }
      sum.value += count
      sums.set(key, sum)
    }
  }
  yield* sums.values()
}

const one = (value: number): Sample[] => [{ value }]
const counter = (name: string, help: string, samples: Iterable<Sample>): Family => ({
  name,
  type: 'counter',
  help,
  samples
})
const gauge = (name: string, help: string, samples: Iterable<Sample>): Family => ({
  name,
  type: 'gauge',
  help,
  samples
})
