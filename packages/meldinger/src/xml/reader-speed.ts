/** Times the fast reader beside saxes alone, both resolving namespaces; saxes only reports here, the reader builds its tree. */
import { SaxesParser } from 'saxes'
import { readXml } from './reader.ts'

export type Speed = { readonly readerUs: number; readonly saxesUs: number; readonly timesAsFast: number }

/** @returns medians over the rounds, in microseconds per document; the two take turns, so that a busy machine slows both. */
export function compareSpeed(document: Uint8Array, rounds: number, documentsPerRound: number): Speed {
  const readerTimes: number[] = []
  const saxesTimes: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const reader = timeUs(() => readXml(document), documentsPerRound)
    const saxes = timeUs(() => readWithSaxes(document), documentsPerRound)
    // The first round is for the engine to compile what it runs.
    if (round === 0) continue
    readerTimes.push(reader)
    saxesTimes.push(saxes)
  }
  const readerUs = median(readerTimes)
  const saxesUs = median(saxesTimes)
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

/** The middle value, which one disturbance does not move. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}
