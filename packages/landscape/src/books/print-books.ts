/** The books as a table for a terminal, in Norwegian. */
import { allEqual, imbalances } from './make-report.ts'
import type { Report, ReportRow, Total, UnsentRow } from './report.ts'

/** Writes one line at a time, without its line end. */
export function printBooks(report: Report, write: (line: string) => void): void {
  const { year, scale, seed, books, receipts, rate, hash } = report
  write(`Bøkene for ${year}: én melding står for ${number(scale)}, frø ${seed}`)
  write('')
  for (const line of table(report.rows)) write(line)
  write('')
  if (report.total !== undefined) for (const line of wholeLines(report.total, report.unsent ?? [])) write(line)
  for (const [title, besides] of [
    ['Oppslag i kjernejournal', report.lookUps],
    ['Dødsfall', report.deaths],
    ['Helsenorge og pasientreiser', report.helsenorge],
    ['Oppslag i grunndata', report.baseData]
  ] as const) {
    if (besides === undefined) continue
    write(title)
    for (const line of table(besides, false)) write(line)
    write('')
  }
  write('Status: P publisert i nasjonal statistikk, X publisert annet sted, D utledet, A antatt, U ukjent')
  write('')
  write(
    `Sendt ${number(books.sent)} = levert ${number(books.delivered)} + avvist ${number(books.rejected)}` +
      ` + død ${number(books.dead)} + underveis ${number(books.inFlight)}`
  )
  write(`Tapt ${number(books.lost)}, dubletter ${number(books.duplicated)}`)
  write(
    `Kvitteringer: ${number(receipts.ok)} OK, ${number(receipts.rejected)} avvist, ${number(receipts.missing)} mangler`
  )
  write(
    `Fart: ${number(Math.round(rate.meldingerPerSecond))} meldinger i sekundet,` +
      ` ${rate.seconds.toFixed(1)} s, ${number(rate.bytes)} byte`
  )
  write(`Avtrykk: ${hash}`)
  write('')
  const wrong = imbalances(report)
  write(wrong.length === 0 ? 'Bøkene går opp.' : `Bøkene går IKKE opp: ${wrong.join('; ')}.`)
  write(allEqual(report) ? 'Alle rader er like planen og det publiserte.' : 'Ikke alle rader er like.')
}

/** The total, and the rows that nobody sends, each with what it would be in the scale of the run. */
function* wholeLines({ planned, counted, published, equal }: Total, unsent: readonly UnsentRow[]) {
  const of =
    published === null
      ? ''
      : `, publisert ${number(published.value)} (${number(published.low)}–${number(published.high)})`
  yield `Totalt i planen ${number(planned)} = sendt ${number(counted)}${of}: ${equal ? 'ja' : 'NEI'}`
  yield ''
  yield 'Rader av planen som ingen sender'
  const [type, planlagt] = ['type', 'planlagt']
  const lines = unsent.map((row) => [
    row.status,
    row.type.length > unsentMax ? `${row.type.slice(0, unsentMax - 1)}…` : row.type,
    row.planned === null ? 'ukjent' : number(row.planned)
  ])
  for (const [st = '', name = '', count = ''] of [['st', type, planlagt], ...lines])
    yield `${st.padEnd(2)}  ${name.padEnd(unsentMax)}  ${count.padStart(12)}`
  yield ''
}
const unsentMax = 48

const head = ['st', 'type', 'fra', 'til', 'planlagt', 'telt', 'publisert', 'intervall', 'lik'] as const
const textColumns = 4
const textMax = 24

/** `hasSum`: whether the rows are parts of one whole. */
function* table(rows: readonly ReportRow[], hasSum = true): Generator<string> {
  const sum = hasSum ? [['', 'sum', '', '', ...sumOf(rows), '', '', '']] : []
  const lines = [[...head], ...rows.map(cells), ...sum]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  const lineOf = (line: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = line[column] ?? ''
        return column < textColumns || column === widths.length - 1 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  yield lineOf(head)
  yield rule
  for (const line of lines.slice(1, rows.length + 1)) yield lineOf(line)
  yield rule
  for (const line of sum) yield lineOf(line)
}

const sumOf = (rows: readonly ReportRow[]) => [
  number(rows.reduce((sum, row) => sum + row.planned, 0)),
  number(rows.reduce((sum, row) => sum + row.counted, 0))
]

const cells = ({ status, type, sender, receiver, planned, counted, published, equal }: ReportRow): string[] => [
  status,
  shorten(type),
  shorten(sender),
  shorten(receiver),
  number(planned),
  number(counted),
  published === null ? '–' : number(published.value),
  published === null ? '–' : `${number(published.low)}–${number(published.high)}`,
  equal ? 'ja' : 'NEI'
]

const shorten = (text: string) => (text.length > textMax ? `${text.slice(0, textMax - 1)}…` : text)
const digits = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 2 })
/** Norwegian thousands, with an ordinary space so that columns stand straight everywhere. */
const number = (value: number) => digits.format(value).replaceAll(/\s/g, ' ')
