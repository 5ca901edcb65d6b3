/** A melding is read, decoded and encoded in some tens of microseconds: time per document of each step, by its kind. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as here from '@budstikka/meldinger'
import { type DocumentKind, documentsOfEveryKind } from './wire-documents.ts'

const TIME_MS_MAX = 20_000
/** Rounds before the next code's turn: codes that alternate each time would keep each other out of the caches. */
const PER_STRETCH = 50
const PER_ROUND = 5

const { values } = parseArgs({
  options: {
    // The door of meldinger in another checkout, to be timed in turn with this one.
    against: { type: 'string' },
    rounds: { type: 'string', default: '2000' },
    json: { type: 'boolean', default: false }
  }
})

type Code = Pick<typeof here, 'readXml' | 'decodeMelding' | 'encodeMelding' | 'encodeAppRec'>
type StepTimes = { readonly read: number[]; readonly decode: number[]; readonly encode: number[] }

const codes = new Map<string, Code>([['this', here]])
// The rim: the checkout to compare with exports what this one does.
if (values.against !== undefined) codes.set('against', (await import(resolve(values.against))) as Code)
const kinds = documentsOfEveryKind()
const rows = measure()
if (values.json) process.stdout.write(`${JSON.stringify({ claim: 'wire', unit: 'us per document', rows })}\n`)
else for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`)

/** Stretches of rounds go through every code and kind in turn, so that what disturbs the machine disturbs all alike. */
function measure() {
  const started = performance.now()
  const times = new Map<string, StepTimes>()
  const rounds = Math.min(Number(values.rounds), 10_000)
  for (let stretch = 0; stretch * PER_STRETCH < rounds; stretch++) {
    for (const [name, code] of codes) {
      for (let round = 0; round < PER_STRETCH; round++) {
        for (const kind of kinds) timeRound(code, partOf(kind, round), timesOf(`${kind.name} ${name}`))
      }
    }
    if (performance.now() - started > TIME_MS_MAX * 0.9) break
  }
  return [...times].map(([name, { read, decode, encode }]) => {
    const [readUs, decodeUs, encodeUs] = [median(read), median(decode), median(encode)]
    return { name, readUs, decodeUs, encodeUs, decodeAndEncodeUs: Math.round((decodeUs + encodeUs) * 10) / 10 }
  })

  function timesOf(name: string): StepTimes {
    const known = times.get(name) ?? { read: [], decode: [], encode: [] }
    times.set(name, known)
    return known
  }
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
function timeRound(code: Code, { meldinger, appRecs, documents }: DocumentKind, { read, decode, encode }: StepTimes) {
  const start = performance.now()
  const roots = documents.map((bytes) => code.readXml(bytes))
  const afterRead = performance.now()
  for (const root of roots) {
    if ('reason' in root || code.decodeMelding(root).type === 'unreadable')
      throw new Error('expected a readable document')
  }
  const afterDecode = performance.now()
  for (const melding of meldinger) Buffer.from(code.encodeMelding(melding))
  for (const appRec of appRecs) Buffer.from(code.encodeAppRec(appRec))
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
