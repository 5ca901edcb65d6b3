/** A look-up in Adresseregisteret reaches 30 % of what NATS carries of bare questions and answers, 99 of 100 within 50 ms. */
import { createRng } from '@budstikka/landscape'
import { registerQuestionSubject } from '@budstikka/service'
import { askMany, type Asked } from './lookups/ask-many.ts'
import { askFloor, figuresOf } from './lookups/beside-floor.ts'
import { answer, bounded, percent, quantile, readOptions, say } from './measure/claim.ts'
import { withWorld } from './measure/world-up.ts'

const minutesMax = 5

const options = readOptions(
  'Parties by HER-id, the GP of a person, and a search, asked over the exchange by one party.',
  {
    questions: [30_000, 'of each kind; a tenth for the search, which reads the whole register'],
    inFlight: [64, 'at once'],
    ratio: [0.3, 'share of the floor that is claimed for a party and a GP'],
    ms: [50, 'within which 99 of 100 are answered']
  }
)
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const [count, inFlight] = [read('questions'), read('inFlight')]
  const { kinds, floor } = await withWorld(signal, async ({ bus, landscape, world }) => {
    const parties = [...landscape.parties()]
    const from = parties[0]?.herId ?? ''
    const people = Array.from({ length: 1_000 }, (_, at) => landscape.randomPerson(createRng(`asked ${at}`)).id)
    const questions = {
      part: (at: number) => ({ herId: parties[(at * 7_919) % parties.length]?.herId }),
      fastlege: (at: number) => ({ fodselsnummer: people[at % people.length] }),
      sok: (at: number) => ({ kommune: parties[(at * 7_919) % parties.length]?.municipality, limit: 20 })
    }
    const asked: Record<string, Asked> = {}
    for (const kind of ['part', 'fastlege', 'sok'] as const) {
      const subject = registerQuestionSubject(kind, from)
      const many = { bus, subject, what: kind, count: kind === 'sok' ? Math.ceil(count / 10) : count, inFlight }
      asked[kind] = await askMany({ ...many, question: questions[kind] }, signal)
      say(`${kind}: ${asked[kind].perSecond.toFixed(0)}/s`)
    }
    const bare = { bus, world, bytes: asked['part']?.bytes ?? 0, count, inFlight, question: questions.part }
    return { kinds: asked, floor: await askFloor(bare, signal) }
  })
  const single = [kinds['part'], kinds['fastlege']].map((one) => one ?? floor)
  const ratio = Math.min(...single.map(({ perSecond }) => perSecond / floor.perSecond))
  const slowest = Math.max(...single.map(({ delays }) => quantile(delays, 0.99)))
  const isHeld = ratio >= read('ratio') && slowest <= read('ms') && single.every(({ failed }) => failed === 0)
  const { figures, rows } = figuresOf({ ...kinds, floor }, floor)
  const sentence = `${percent(ratio)} of the floor, at least ${percent(read('ratio'))}; 99 of 100 within ${slowest.toFixed(0)} ms, at most ${read('ms')}`
  answer(isJson, { claim: 'lookups', isHeld, ratio, figures }, { rows, sentence })
}
