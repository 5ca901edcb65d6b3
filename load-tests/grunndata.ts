/** A look-up of a person or of personnel reaches 50 % of what NATS carries of bare questions and answers; p99 within 5 ms at 2 000 a second. */
import { createRng, personnelOf } from '@budstikka/landscape'
import { deathQuestionSubject, grunndataQuestionSubject } from '@budstikka/service'
import { askByTheClock } from './measure/ask-by-the-clock.ts'
import { askMany, type Asked } from './lookups/ask-many.ts'
import { askFloor, figuresOf } from './lookups/beside-floor.ts'
import { answer, bounded, percent, quantile, readOptions, type Row, say } from './measure/claim.ts'
import { withWorld, type WorldUp } from './measure/world-up.ts'

const minutesMax = 5
const answerMs = 5_000
const people = 1_000

const options = readOptions('Persons and personnel of Grunndata, asked over the exchange by one party.', {
  questions: [40_000, 'of each kind, as fast as they are answered'],
  inFlight: [64, 'at once'],
  ratio: [0.5, 'share of the floor that is claimed'],
  rate: [2_000, 'look-ups a second, told by the clock and not by the answers'],
  seconds: [10, 'of asking by the clock'],
  p99: [5, 'milliseconds claimed at that rate']
})
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const { asked, floor, latencies } = await withWorld(signal, (up) => measure(up, read, signal))
  const ratio = Math.min(...Object.values(asked).map(({ perSecond }) => perSecond / floor.perSecond))
  const p99 = quantile(latencies, 0.99)
  const failed = Object.values(asked).reduce((sum, one) => sum + one.failed, 0)
  const isHeld = ratio >= read('ratio') && p99 <= read('p99') && failed === 0
  const { figures, rows: ofEach } = figuresOf({ ...asked, floor }, floor)
  const rows: Row[] = [
    ...ofEach,
    [`person, ${read('rate')} a second`, read('rate'), '', quantile(latencies, 0.5), p99, 0]
  ]
  const sentence =
    `${percent(ratio)} of the floor, at least ${percent(read('ratio'))}; ` +
    `p99 ${p99.toFixed(1)} ms at ${read('rate')} a second, at most ${read('p99')}`
  answer(isJson, { claim: 'grunndata', isHeld, ratio, p99, figures }, { rows, sentence })
}

type Read = NonNullable<typeof options>['read']
type Measured = {
  readonly asked: Readonly<Record<string, Asked>>
  readonly floor: Asked
  readonly latencies: readonly number[]
}

async function measure({ bus, landscape, world }: WorldUp, read: Read, signal: AbortSignal): Promise<Measured> {
  const [count, inFlight] = [read('questions'), read('inFlight')]
  const persons = Array.from({ length: people }, (_, at) => landscape.randomPerson(createRng(`asked ${at}`)).id)
  const personnel = [...personnelOf(landscape).keys()]
  const from = landscape.trusts[0]?.somatic ?? ''
  const kinds = {
    person: {
      subject: deathQuestionSubject('person', from),
      question: (at: number) => ({ identifikasjonsnummer: persons[at % persons.length] })
    },
    personell: {
      subject: grunndataQuestionSubject('personell', from),
      question: (at: number) => ({ hprNummer: personnel[(at * 7_919) % personnel.length] })
    }
  }
  const asked: Record<string, Asked> = {}
  for (const [what, kind] of Object.entries(kinds)) {
    asked[what] = await askMany({ bus, what, count, inFlight, ...kind }, signal)
    say(`${what}: ${asked[what].perSecond.toFixed(0)}/s`)
  }
  const { person } = kinds
  let number = 0
  const askOne = async () =>
    void (await bus.ask(person.subject, Buffer.from(JSON.stringify(person.question(number++))), answerMs))
  const latencies = await askByTheClock('by the clock', askOne, read('rate'), read('rate') * read('seconds'))
  const bare = { bus, world, bytes: asked['person']?.bytes ?? 0, count, inFlight, question: person.question }
  return { asked, latencies, floor: await askFloor(bare, signal) }
}
