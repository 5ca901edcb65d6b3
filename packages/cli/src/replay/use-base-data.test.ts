/** Look-ups in base data as a replay makes them: told by whom they were made, asked for where they are asked, and counted as planned. */
import { baseDataPlan, createLandscape, personnelOf } from '@budstikka/landscape'
import {
  answerJson,
  askerOf,
  Brukt,
  deathQuestionSubject,
  grunndataQuestionSubject,
  openLookUpCounts,
  registerQuestionSubject
} from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { baseDataRows, useBaseData } from './use-base-data.ts'

const scale = 200_000
const landscape = createLandscape({ year: 2019, seed: '1', size: { municipalities: 3 } })
const plan = baseDataPlan({ landscape, scale })
const { signal } = new AbortController()
const personnel = personnelOf(landscape)
const Asked = z.object({
  id: z.string(),
  herId: z.string().optional(),
  identifikasjonsnummer: z.string().optional(),
  hprNummer: z.string().optional()
})

/** Both registers, with their own counts. */
async function world() {
  const exchange = memoryExchange()
  const register = (subjectOf: (question: 'brukt' | 'tall', from: string) => string) => {
    const counts = openLookUpCounts(openMemoryStore())
    const looked = (name: string, subject: string, isThere: (asked: z.infer<typeof Asked>) => boolean) => ({
      name,
      subject,
      answer: (question: { subject: string; body: Uint8Array }) =>
        answerJson(Asked, question.body, (asked) => {
          counts.count(name, askerOf(question.subject), asked.id)
          return isThere(asked) ? {} : { type: 'problem' }
        })
    })
    const own = [
      {
        name: 'brukt',
        subject: subjectOf('brukt', '*'),
        answer: (question: { subject: string; body: Uint8Array }) =>
          answerJson(Brukt, question.body, (brukt) => counts.use(askerOf(question.subject), brukt) ?? {})
      },
      { name: 'tall', subject: subjectOf('tall', '*'), answer: () => Buffer.from(JSON.stringify(counts.all())) }
    ]
    return { looked, own }
  }
  const parties = register(registerQuestionSubject)
  const others = register(grunndataQuestionSubject)
  await exchange
    .connect('registers')
    .serve({ name: 'registers', version: '0.0.0', description: 'both' }, [
      ...parties.own,
      ...others.own,
      parties.looked('virksomhet', registerQuestionSubject('part', '*'), ({ herId = '' }) => !!landscape.party(herId)),
      others.looked(
        'person',
        deathQuestionSubject('person', '*'),
        ({ identifikasjonsnummer: id }) => id?.length === 11
      ),
      others.looked('personell', grunndataQuestionSubject('personell', '*'), ({ hprNummer }) =>
        personnel.has(hprNummer ?? '')
      )
    ])
  return exchange.connect('replay')
}

test('the registers count what was planned and published, once, however often the run is gone on with', async () => {
  const bus = await world()
  for (let times = 0; times < 2; times++) await useBaseData({ bus, landscape, plan, seed: '1' }, signal)
  const rows = await baseDataRows(bus, plan, scale)
  expect(rows.map(({ planned, counted, equal }) => [planned, counted, equal])).toEqual([
    [19_000, 19_000, true],
    [19, 19, true],
    [3_000, 3_000, true],
    [3, 3, true]
  ])
})
