/** The report: what is equal, what balances, and that every planted fault is found. */
import { expect, test } from 'vitest'
import type { FlowRow, TellerBooks } from './answers.ts'
import { allEqual, booksBalance, imbalances, makeReport, type PlannedRow } from './make-report.ts'
import { Report } from './report.ts'

const rows: readonly PlannedRow[] = [
  {
    type: 'care hf-to-municipality',
    sender: 'hospital trust (101)',
    receiver: 'municipality (102)',
    status: 'P',
    planned: 1_510,
    published: { value: 1_510_000, low: 1_505_000, high: 1_515_000 },
    covers: ({ sender, receiver }) => sender === '101' && receiver === '102'
  },
  {
    type: 'care municipality-to-hf',
    sender: 'municipality (102)',
    receiver: 'hospital trust (101)',
    status: 'A',
    planned: 647,
    published: null,
    covers: ({ sender, receiver }) => sender === '102' && receiver === '101'
  }
]

const cell = (sender: string, receiver: string, sendings: number, type = 'LOG_INNLAGT'): FlowRow => ({
  sender,
  receiver,
  type,
  month: '2019-03',
  sendings,
  unique: sendings,
  ok: sendings,
  rejected: 0,
  dead: 0
})

const flow = [cell('101', '102', 1_000), cell('101', '102', 510, 'LOG_UTSKREVET'), cell('102', '101', 647)]

const books: TellerBooks = {
  sent: 2_157,
  delivered: 2_150,
  rejected: 4,
  dead: 2,
  inFlight: 1,
  lost: 0,
  duplicated: 0,
  unique: 2_157,
  receipts: { ok: 2_150, rejected: 4, missing: 3 },
  unmatched: 0,
  spoofed: 0,
  unreadable: 0,
  deadLetters: { failed: 2 },
  positions: { MELDINGER: 4_311, DEAD: 2 },
  latest: 0
}

const facts = { year: 2019, scale: 1_000, seed: 1, saidSent: 2_157, seconds: 10, bytes: 9_000_000, hash: 'ab12' }
const report = makeReport(rows, { flow, books }, facts)

test('a run as planned and published balances and is equal', () => {
  expect([booksBalance(report), allEqual(report), imbalances(report)]).toEqual([true, true, []])
})

test('the report is as its schema says, and rates are per second', () => {
  expect(Report.parse(report)).toEqual(report)
  expect(report.rate).toEqual({ meldingerPerSecond: 215.7, seconds: 10, bytes: 9_000_000 })
})

test('flows of several types and months add up in their row', () => {
  expect(report.rows.map((row) => row.counted)).toEqual([1_510, 647])
})

test('planted: a melding that was said to be sent and never came is lost', () => {
  const faulty = makeReport(rows, { flow, books }, { ...facts, saidSent: 2_158 })
  expect(imbalances(faulty)).toEqual(['1 tapt'])
})

test('planted: a melding that vanished from the stream is lost', () => {
  const faulty = makeReport(rows, { flow, books: { ...books, lost: 1 } }, facts)
  expect([booksBalance(faulty), faulty.books.lost]).toEqual([false, 1])
})

test('planted: a receipt given twice is found', () => {
  const faulty = makeReport(rows, { flow, books: { ...books, duplicated: 1 } }, facts)
  expect(imbalances(faulty)).toEqual(['1 dublett av kvittering'])
})

test('planted: a melding counted twice is found', () => {
  const doubled = [...flow, cell('102', '101', 1)]
  const faulty = makeReport(rows, { flow: doubled, books }, facts)
  expect(imbalances(faulty)).toEqual(['sendt er 2157, men summen av radene er 2158'])
  expect(faulty.rows.map((row) => row.equal)).toEqual([true, false])
})

test('planted: a wrong count in the books is found', () => {
  const faulty = makeReport(rows, { flow, books: { ...books, delivered: 2_149 } }, facts)
  expect(imbalances(faulty)).toEqual(['sendt er 2157, men gjort rede for er 2156'])
})

test('planted: a melding that nobody planned gets a row of its own, which is not equal', () => {
  const stray = [...flow, cell('103', '108', 1)]
  const faulty = makeReport(rows, { flow: stray, books }, facts)
  expect(faulty.rows.at(-1)).toMatchObject({ type: 'utenfor planen', planned: 0, counted: 1, equal: false })
  expect(allEqual(faulty)).toBe(false)
})

test('a scale too coarse for what was published is not equal, though all was sent as planned', () => {
  const coarse = rows.map((row) => ({ ...row, planned: row.published ? 15 : 6 }))
  const few = { ...books, sent: 21, delivered: 21, rejected: 0, dead: 0, inFlight: 0, unique: 21 }
  const counted = [cell('101', '102', 15), cell('102', '101', 6)]
  const receipts = { ok: 21, rejected: 0, missing: 0 }
  const wide = makeReport(
    coarse,
    { flow: counted, books: { ...few, receipts } },
    { ...facts, scale: 100_000, saidSent: 21 }
  )
  expect([booksBalance(wide), wide.rows.map((row) => row.equal)]).toEqual([true, [false, true]])
})
