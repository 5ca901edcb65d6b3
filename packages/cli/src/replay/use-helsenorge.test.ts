/** Visitors and applications as a replay tells them: in order, in batches that are told apart, and counted as planned. */
import { createLandscape, helsenorgePlan } from '@budstikka/landscape'
import { helsenorgeQuestionSubject } from '@budstikka/service'
import { memoryExchange } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { helsenorgeRows, useHelsenorge } from './use-helsenorge.ts'

const scale = 20_000
const landscape = createLandscape({ year: 2019, seed: '1', size: { municipalities: 2 } })
const plan = helsenorgePlan({ year: 2019, scale })
const { signal } = new AbortController()
const Told = z.object({ nummer: z.int(), aktivitet: z.array(z.object({ at: z.int(), handling: z.string() })) })

/** Counts log-ins and services, and applications by id, as they come. */
async function world() {
  const exchange = memoryExchange()
  const batches = new Map<number, z.infer<typeof Told>>()
  const applications = new Set<string>()
  const json = (body: Uint8Array): unknown => JSON.parse(Buffer.from(body).toString())
  const reply = (answer: unknown) => Buffer.from(JSON.stringify(answer))
  const of = (handling: string) =>
    [...batches.values()].flatMap(({ aktivitet }) => aktivitet).filter((one) => one.handling === handling).length
  const subject = (question: Parameters<typeof helsenorgeQuestionSubject>[0]) =>
    helsenorgeQuestionSubject(question, '*')
  await exchange.connect('registre').serve({ name: 'registre', version: '0.0.0', description: 'both' }, [
    {
      name: 'aktivitet',
      subject: subject('aktivitet'),
      answer({ body }) {
        const told = Told.parse(json(body))
        batches.set(told.nummer, told)
        return reply({ avvist: 0 })
      }
    },
    {
      name: 'besokstall',
      subject: subject('besokstall'),
      answer: () =>
        reply({
          besok: plan.rows[0]?.planned,
          innlogging: of('innlogging'),
          'tjeneste.legemidler': of('legemidler'),
          'tjeneste.timer': of('timer'),
          'tjeneste.provesvar': of('provesvar')
        })
    },
    {
      name: 'soknad',
      subject: subject('soknad'),
      answer({ body }) {
        applications.add(z.object({ id: z.uuid() }).parse(json(body)).id)
        return reply({ tilstand: 'mottatt' })
      }
    },
    { name: 'soknadstall', subject: subject('soknadstall'), answer: () => reply({ soknad: applications.size }) }
  ])
  return { bus: exchange.connect('replay'), batches }
}

test('log-ins, services and applications come to the plan, however often the run is gone on with', async () => {
  const { bus, batches } = await world()
  for (let times = 0; times < 2; times++) await useHelsenorge({ bus, landscape, plan, seed: '1' }, signal)
  const rows = await helsenorgeRows(bus, plan, scale)
  expect(rows.map(({ type, counted, equal }) => [type, counted, equal])).toEqual([
    ['visits', 1861, true],
    ['log-ins', 1110, true],
    ['service: test results', 56, true],
    ['service: medicines', 320, true],
    ['service: appointments', 135, true],
    ['electronic applications', 45, true]
  ])
  const times = [...batches.values()].flatMap(({ aktivitet }) => aktivitet.map(({ at }) => at))
  expect(times).toEqual(times.toSorted((one, other) => one - other))
})

test('what is refused ends the play', async () => {
  const exchange = memoryExchange()
  const subject = helsenorgeQuestionSubject('aktivitet', '*')
  const answer = () => Buffer.from(JSON.stringify({ avvist: 1 }))
  await exchange
    .connect('registre')
    .serve({ name: 'registre', version: '0.0.0', description: 'refuses' }, [{ name: 'aktivitet', subject, answer }])
  const bus = exchange.connect('replay')
  await expect(useHelsenorge({ bus, landscape, plan, seed: '1' }, signal)).rejects.toThrow('unexpected answer')
})
