/** Sets what was counted beside what was planned and published, row by row. Pure. */
import type { FlowRow, TellerBooks } from './answers.ts'
import type { ReplayedStatus, Report, ReportRow } from './report.ts'

/** A row of the plan, and which flows belong to it. */
export type PlannedRow = {
  readonly type: string
  readonly sender: string
  readonly receiver: string
  readonly status: ReplayedStatus
  /** Sendings in the scale of the run. */
  readonly planned: number
  /** In full scale, with the accepted interval; null where nothing was published. */
  readonly published: { readonly value: number; readonly low: number; readonly high: number } | null
  /** By business types of sender and receiver (list 9040) and melding type (list 8279). */
  covers(flow: { readonly sender: string; readonly receiver: string; readonly type: string }): boolean
}

export type RunFacts = {
  readonly year: number
  readonly scale: number
  readonly seed: string | number
  /** What the senders say that they have sent, copies and resends too; undefined when nobody says. */
  readonly saidSent?: number
  readonly seconds: number
  readonly bytes: number
  readonly hash: string
}

type Answers = { readonly flow: readonly FlowRow[]; readonly books: TellerBooks }

/** A flow goes to the first row that covers it; what none covers becomes a row of its own, planned 0 and not equal. */
export function makeReport(rows: readonly PlannedRow[], { flow, books }: Answers, facts: RunFacts): Report {
  const counted = rows.map(() => 0)
  let outside = 0
  for (const cell of flow) {
    const index = rows.findIndex((row) => row.covers(cell))
    if (index < 0) outside += cell.sendings
    else counted[index] = (counted[index] ?? 0) + cell.sendings
  }
  const { sent, delivered, rejected, dead, inFlight, duplicated, receipts } = books
  const lost = books.lost + Math.max(0, (facts.saidSent ?? sent) - sent)
  return {
    year: facts.year,
    scale: facts.scale,
    seed: facts.seed,
    rows: [
      ...rows.map((row, index) => reportRow(row, counted[index] ?? 0, facts.scale)),
      ...(outside > 0 ? [outsideRow(outside)] : [])
    ],
    books: { sent, delivered, rejected, dead, inFlight, lost, duplicated },
    receipts,
    rate: {
      meldingerPerSecond: facts.seconds > 0 ? sent / facts.seconds : 0,
      seconds: facts.seconds,
      bytes: facts.bytes
    },
    hash: facts.hash
  }
}

/** Equal: exactly as planned, and in full scale within what was published (model.md §1). */
function reportRow(row: PlannedRow, counted: number, scale: number): ReportRow {
  const { type, sender, receiver, status, planned, published } = row
  const inInterval = published === null || (counted * scale >= published.low && counted * scale <= published.high)
  return { type, sender, receiver, status, planned, counted, published, equal: counted === planned && inInterval }
}

const outsideRow = (counted: number): ReportRow => ({
  type: 'utenfor planen',
  sender: 'alle',
  receiver: 'alle',
  status: 'A',
  planned: 0,
  counted,
  published: null,
  equal: false
})

/** What is wrong with the books, in words; empty when they balance. The sum over the rows is checked again here. */
export function imbalances({ books, receipts, rows }: Report): readonly string[] {
  const placed = books.delivered + books.rejected + books.dead + books.inFlight
  const counted = rows.reduce((sum, row) => sum + row.counted, 0)
  const answered = receipts.ok + receipts.rejected
  return [
    ...(books.sent === placed ? [] : [`sendt er ${books.sent}, men gjort rede for er ${placed}`]),
    ...(books.sent === counted ? [] : [`sendt er ${books.sent}, men summen av radene er ${counted}`]),
    ...(answered <= books.sent ? [] : [`${answered} kvitteringer for ${books.sent} sendinger`]),
    ...(books.lost === 0 ? [] : [`${books.lost} tapt`]),
    ...(books.duplicated === 0 ? [] : [`${books.duplicated} dublett av kvittering`])
  ]
}

export const booksBalance = (report: Report): boolean => imbalances(report).length === 0
/** Of what was sent, told or asked; rows that nobody sends are told apart, and the total must come out with them. */
export const allEqual = ({ rows, lookUps = [], deaths = [], helsenorge = [], baseData = [], total }: Report): boolean =>
  [...rows, ...lookUps, ...deaths, ...helsenorge, ...baseData, ...(total ? [total] : [])].every(({ equal }) => equal)
