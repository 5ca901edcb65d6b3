/** The books on a terminal. */
import { expect, test } from 'vitest'
import { printBooks } from './print-books.ts'
import type { Report } from './report.ts'

const report: Report = {
  year: 2019,
  scale: 1_000,
  seed: 1,
  rows: [
    {
      type: 'care hf-to-municipality',
      sender: 'hospital trust/private hospital (101)',
      receiver: 'municipality (102)',
      status: 'P',
      planned: 1_510,
      counted: 1_510,
      published: { value: 1_510_000, low: 1_505_000, high: 1_515_000 },
      equal: true
    },
    {
      type: 'referral (HENVISNING*)',
      sender: 'GP',
      receiver: 'hospital trust',
      status: 'A',
      planned: 1_383,
      counted: 1_382,
      published: null,
      equal: false
    }
  ],
  books: { sent: 2_892, delivered: 2_890, rejected: 1, dead: 0, inFlight: 1, lost: 0, duplicated: 0 },
  receipts: { ok: 2_890, rejected: 1, missing: 1 },
  rate: { meldingerPerSecond: 289.2, seconds: 10, bytes: 12_345_678 },
  hash: 'ab12'
}

const linesOf = (printed: Report) => {
  const lines: string[] = []
  printBooks(printed, (line) => lines.push(line))
  return lines
}

test('the table stands in columns, with its sum', () => {
  const lines = linesOf(report).slice(2, 8)
  expect(lines.map((line) => line.split(/ {2,}/)).filter((cells) => cells.length > 1)).toEqual([
    ['st', 'type', 'fra', 'til', 'planlagt', 'telt', 'publisert', 'intervall', 'lik'],
    [
      'P',
      'care hf-to-municipality',
      'hospital trust/private …',
      'municipality (102)',
      '1 510',
      '1 510',
      '1 510 000',
      '1 505 000–1 515 000',
      'ja'
    ],
    ['A', 'referral (HENVISNING*)', 'GP', 'hospital trust', '1 383', '1 382', '–', '–', 'NEI'],
    ['', 'sum', '2 893', '2 892']
  ])
  expect(lines[1]).toMatch(/^─{80,132}$/)
})

test('the accounts of the whole run stand in one line', () => {
  expect(linesOf(report)).toContain('Sendt 2 892 = levert 2 890 + avvist 1 + død 0 + underveis 1')
})

test('the end says whether the books balance and whether all is equal', () => {
  expect(linesOf(report).slice(-2)).toEqual(['Bøkene går opp.', 'Ikke alle rader er like.'])
})

test('books that do not balance say why', () => {
  const lost: Report = { ...report, books: { ...report.books, lost: 2 } }
  expect(linesOf(lost)).toContain('Bøkene går IKKE opp: 2 tapt.')
})
