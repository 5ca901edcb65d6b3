/** A melding is read, decoded and encoded in some tens of microseconds: time per document of each step, by its kind. */
import { decodeMelding, encodeAppRec, encodeMelding, readXml } from '@budstikka/meldinger'
import { readOptions } from './measure/claim.ts'
import { type DocumentKind, documentsOfEveryKind } from './wire-documents.ts'

const TIME_MS_MAX = 20_000
const ROUNDS_MAX = 10_000
const PER_ROUND = 5

type StepTimes = { readonly read: number[]; readonly decode: number[]; readonly encode: number[] }

const options = readOptions('Microseconds a document: reading, decoding and writing each kind, in rounds.', {
  rounds: [2_000, 'rounds of some documents of every kind, for 18 s at most']
})
if (options) {
  const rows = measure(Math.min(options.readWhole('rounds'), ROUNDS_MAX))
  if (options.isJson) process.stdout.write(`${JSON.stringify({ claim: 'wire', unit: 'us per document', rows })}\n`)
  else for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)
}

/** Every round goes through all kinds, so that what disturbs the machine disturbs all alike. */
function measure(rounds: number) {
  const started = performance.now()
  const kinds = documentsOfEveryKind()
  const timed = kinds.map((kind): [DocumentKind, StepTimes] => [kind, { read: [], decode: [], encode: [] }])
  for (let round = 0; round < rounds && performance.now() - started < TIME_MS_MAX * 0.9; round++)
    for (const [kind, times] of timed) timeRound(partOf(kind, round), times)
  return timed.map(([{ name }, { read, decode, encode }]) => {
    const [readUs, decodeUs, encodeUs] = [median(read), median(decode), median(encode)]
    return { name, readUs, decodeUs, encodeUs, decodeAndEncodeUs: Math.round((decodeUs + encodeUs) * 10) / 10 }
  })
}

/** A few documents a round, others each time: a round so short is seldom disturbed by what else the machine does. */
function partOf({ name, meldinger, appRecs, documents }: DocumentKind, round: number): DocumentKind {
  const from = (round * PER_ROUND) % documents.length
  const to = from + PER_ROUND
  return {
    name,
    meldinger: meldinger.slice(from, to),
    appRecs: appRecs.slice(from, to),
    documents: documents.slice(from, to)
  }
}

/** To bytes and from bytes, since text put together is made one piece only then; a root is decoded once. */
function timeRound({ meldinger, appRecs, documents }: DocumentKind, { read, decode, encode }: StepTimes) {
  const start = performance.now()
  const roots = documents.map((bytes) => readXml(bytes))
  const afterRead = performance.now()
  for (const root of roots) {
    if ('reason' in root || decodeMelding(root).type === 'unreadable') throw new Error('expected a readable document')
  }
  const afterDecode = performance.now()
  for (const melding of meldinger) Buffer.from(encodeMelding(melding))
  for (const appRec of appRecs) Buffer.from(encodeAppRec(appRec))
  const end = performance.now()
  const perDocument = 1000 / documents.length
  read.push((afterRead - start) * perDocument)
  decode.push((afterDecode - afterRead) * perDocument)
  encode.push((end - afterDecode) * perDocument)
}

/** Of the later half of the rounds: the earlier warm the engine. */
function median(times: readonly number[]): number {
  const warm = times.slice(times.length / 2).toSorted((a, b) => a - b)
  return Math.round((warm[Math.floor(warm.length / 2)] ?? 0) * 10) / 10
}
