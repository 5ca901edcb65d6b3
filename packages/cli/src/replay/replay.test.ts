/** The replay holds its clock back until the receipts are there, and goes on where it was. */
import { Hendelse } from '@budstikka/landscape'
import { statusSubject } from '@budstikka/service'
import { type Bus, memoryExchange } from '@budstikka/transport'
import { expect, test } from 'vitest'
import type { ServiceStatus } from '../ask.ts'
import { replay } from './replay.ts'
import { dayMs } from './steps.ts'

const first = 18_000 * dayMs
const hendelser = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  Hendelse.parse({
    id: `h${day}`,
    at: first + day * dayMs,
    actor: '1',
    counterpart: '2',
    patient: '',
    meldingType: 'X'
  })
)
const idle: ServiceStatus = {
  meldinger: 0,
  bytes: 0,
  digest: '0'.repeat(32),
  waiting: 0,
  overdue: 0,
  outbox: 0,
  clock: Number.MAX_SAFE_INTEGER,
  parties: 1
}

/** A sender that answers as told. */
async function withSender(status: () => ServiceStatus) {
  const bus = memoryExchange().connect('test')
  await bus.serve({ name: 'epj', version: '0.0.1', description: 'for a test' }, [
    { name: 'status', subject: statusSubject('epj'), answer: () => Buffer.from(JSON.stringify(status())) }
  ])
  return bus
}

const play = (bus: Bus, more: Partial<Parameters<typeof replay>[0]> = {}) =>
  replay(
    { bus, hendelser: [hendelser], run: '1.2019', senders: ['epj'], speed: 'max', ...more },
    AbortSignal.timeout(10_000)
  )

/** Ids of all events so far. */
async function published(bus: Bus, count: number): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of bus.tail('EVENTS', ['event.>'], 1, AbortSignal.timeout(5_000)))
    if (ids.push(id) === count) break
  return ids
}

test('every happening and every midnight is told once, with an id that follows from the run', async () => {
  await using bus = await withSender(() => idle)
  expect(await play(bus)).toBe(14)
  const ids = await published(bus, 14)
  const told = (name: string) => ids.filter((id) => id.startsWith(name))
  expect(told('hendelse')).toEqual(hendelser.map((_, number) => `hendelse.1.2019.${number}`))
  expect(told('klokke')).toEqual(hendelser.map((_, day) => `klokke.1.2019.${18_001 + day}`))
})

test('a run that goes on tells the last clocks again, and then only what was not told', async () => {
  await using bus = await withSender(() => idle)
  await play(bus, { done: 12 })
  const clocks = [1, 2, 3, 4, 5, 6].map((day) => `klokke.1.2019.${18_000 + day}`)
  expect(await published(bus, 8)).toEqual([...clocks, 'hendelse.1.2019.6', 'klokke.1.2019.18007'])
})

test('happenings are told at most 30 days before the slowest has heard the clock', async () => {
  const year = Array.from({ length: 90 }, (_, day) =>
    Hendelse.parse({ ...hendelser[0], id: `d${day}`, at: first + day * dayMs })
  )
  let clock = 0
  await using bus = await withSender(() => ({ ...idle, clock }))
  let aheadMax = 0
  const onStep: NonNullable<Parameters<typeof replay>[0]['onStep']> = (step) => {
    if (step.type === 'klokke') clock = step.at
    else aheadMax = Math.max(aheadMax, step.at - Math.max(clock, first - dayMs))
  }
  await play(bus, { hendelser: [year], onStep })
  expect(aheadMax / dayMs).toBeLessThanOrEqual(30)
})

test('the clock waits for a receipt that is due before it', async () => {
  let asked = 0
  const oldest = first + dayMs
  const status = () => ({ ...idle, waiting: 1, ...(++asked < 40 && { oldestWaiting: oldest }) })
  await using bus = await withSender(status)
  const struck: { readonly day: number; readonly asked: number }[] = []
  await play(bus, { onStep: (step) => void (step.type === 'klokke' && struck.push({ day: step.day - 18_000, asked })) })
  expect(struck.filter((klokke) => klokke.asked < 40).map(({ day }) => day)).toEqual([1, 2, 3, 4, 5])
})
