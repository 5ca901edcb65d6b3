/** The flow matrix as text, in pieces: a million rows never stand in memory. */
import type { FlowRow } from '@budstikka/landscape'

const columns = ['sender', 'receiver', 'type', 'month', 'sendings', 'unique', 'ok', 'rejected', 'dead'] as const
const pieceRows = 500

/** Every value is digits, a code or a month, so nothing needs quotes. */
export function* flowCsv(rows: Iterable<FlowRow>): Generator<string> {
  yield `${columns.join(',')}\n`
  yield* inPieces(rows, (row) => `${columns.map((column) => row[column]).join(',')}\n`)
}

export function* flowJson(rows: Iterable<FlowRow>): Generator<string> {
  yield '['
  let isFirst = true
  yield* inPieces(rows, (row) => {
    const text = `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
    isFirst = false
    return text
  })
  yield '\n]\n'
}

function* inPieces(rows: Iterable<FlowRow>, textOf: (row: FlowRow) => string): Generator<string> {
  let piece = ''
  let count = 0
  for (const row of rows) {
    piece += textOf(row)
    if (++count % pieceRows !== 0) continue
    yield piece
    piece = ''
  }
  yield piece
}
