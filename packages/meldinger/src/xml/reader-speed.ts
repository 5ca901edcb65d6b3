/** Times the fast reader, which builds its tree, beside saxes, which only reports; both resolve namespaces. */
import { SaxesParser } from 'saxes'
import { readXml } from './reader.ts'

export type Speed = { readonly readerUs: number; readonly saxesUs: number; readonly timesAsFast: number }

/** @returns the fastest round of each, in microseconds per document: what the rest of the machine disturbed least. */
export function compareSpeed(document: Uint8Array, rounds: number, documentsPerRound: number): Speed {
  let readerUs = Number.POSITIVE_INFINITY
  let saxesUs = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    readerUs = Math.min(
      readerUs,
      timeUs(() => readXml(document), documentsPerRound)
    )
    saxesUs = Math.min(
      saxesUs,
      timeUs(() => readWithSaxes(document), documentsPerRound)
    )
  }
  return { readerUs, saxesUs, timesAsFast: saxesUs / readerUs }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function readWithSaxes(document: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('opentag', ignore)
  parser.on('text', ignore)
  parser.on('closetag', ignore)
  parser.write(utf8.decode(document)).close()
}

/** A callback, without which saxes would leave out the text. */
function ignore(): void {}

function timeUs(read: () => unknown, documents: number): number {
  const start = performance.now()
  for (let i = 0; i < documents; i++) read()
  return ((performance.now() - start) * 1000) / documents
}
