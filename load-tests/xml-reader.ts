/** readXml answers as the strict gate does on a million mutated documents, and is at least twice as fast as saxes. */
import { dialogmelding } from '../packages/meldinger/src/xml/reader-examples.ts'
import { trials } from '../packages/meldinger/src/xml/reader-mutations.ts'
import { compareSpeed } from '../packages/meldinger/src/xml/reader-speed.ts'
import { readOptions, say } from './measure/claim.ts'

const MUTATIONS_MAX = 100_000_000
const TIMES_AS_FAST_MIN = 2

const options = readOptions('Verdicts of readXml and of the strict gate on mutated documents, and the speed of both.', {
  mutations: [1_000_000, 'documents'],
  seed: [1, 'that they follow from']
})
if (options) {
  const [mutations, seed] = [Math.min(options.readWhole('mutations'), MUTATIONS_MAX), options.readWhole('seed')]
  const speed = compareSpeed(Buffer.from(dialogmelding), 100, 300)
  const verdicts = compareVerdicts(seed, mutations)
  const isHeld = verdicts.disagreements === 0 && speed.timesAsFast >= TIMES_AS_FAST_MIN
  const bytes = Buffer.byteLength(dialogmelding)
  report({ claim: 'xml-reader', isHeld, seed, bytes, ...verdicts, ...speed }, options.isJson)
  process.exitCode = isHeld ? 0 : 1
}

function compareVerdicts(seed: number, mutations: number) {
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

function report(result: Readonly<Record<string, unknown>>, isJson: boolean): void {
  if (isJson) process.stdout.write(`${JSON.stringify(result)}\n`)
  else for (const [name, value] of Object.entries(result)) process.stdout.write(`${name}: ${String(value)}\n`)
}
