/** readXml answers as the strict gate does on a million mutated documents, and is at least twice as fast as saxes. */
import { parseArgs } from 'node:util'
import { dialogmelding } from '../packages/meldinger/src/xml/reader-examples.ts'
import { trials } from '../packages/meldinger/src/xml/reader-mutations.ts'
import { compareSpeed } from '../packages/meldinger/src/xml/reader-speed.ts'

const MUTATIONS_MAX = 100_000_000
const TIMES_AS_FAST_MIN = 2

const { values } = parseArgs({
  options: {
    mutations: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false }
  }
})
const mutations = Math.min(wholeNumber(values.mutations), MUTATIONS_MAX)
const seed = wholeNumber(values.seed)

const speed = compareSpeed(Buffer.from(dialogmelding), 100, 300)
const verdicts = compareVerdicts()
const isHeld = verdicts.disagreements === 0 && speed.timesAsFast >= TIMES_AS_FAST_MIN
report({ claim: 'xml-reader', isHeld, seed, bytes: Buffer.byteLength(dialogmelding), ...verdicts, ...speed })
process.exitCode = isHeld ? 0 : 1

function compareVerdicts() {
  let accepted = 0
  let disagreements = 0
  let done = 0
  for (const { bytes, isAccepted, isAlike } of trials(seed, mutations)) {
    if (isAccepted) accepted++
    if (!isAlike && disagreements++ < 10) say(`they differ on ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`)
    if (++done % 100_000 === 0) say(`${done} of ${mutations} documents, ${disagreements} disagreements`)
  }
  return { mutations, accepted, refused: mutations - accepted, disagreements }
}

function report(result: Readonly<Record<string, unknown>>): void {
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
  else for (const [name, value] of Object.entries(result)) process.stdout.write(`${name}: ${String(value)}\n`)
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new Error(`expected a whole number, got ${text}`)
  return Number(text)
}

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
