/** Meldingsteller on its ports, in one process with the memory exchange. */
import { FlowByTypes, InFlightAnswer, Journey, TellerBooks } from '@budstikka/landscape'
import { createLog, registerBucket, tellerSubjects } from '@budstikka/service'
import { type Bus, memoryExchange, openMemoryStore, type OutMessage, type Store } from '@budstikka/transport'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Config } from './config.ts'
import { noon, receipt, register, sending } from './examples.ts'
import { startTeller } from './teller.ts'

const messages: readonly OutMessage[] = [sending({ msgId: 'm1' }), sending({ msgId: 'm2' }), receipt({ msgId: 'm1' })]
const waitMs = 3_000

let bus: Bus
let store: Store
let stop: () => Promise<void>
let url: string

beforeEach(() => start())
afterEach(() => stop())

async function start(env: object = {}) {
  bus = memoryExchange().connect('test')
  store = openMemoryStore()
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll(register.all().map((party) => [party.herId, Buffer.from(JSON.stringify(party))]))
  const stopping = new AbortController()
  const log = createLog({ service: 'meldingsteller', level: 'silent' })
  const running = await startTeller(Config.parse({ TRIM_MS: 100, ...env }), { bus, store, log }, stopping.signal)
  url = running.url ?? ''
  stop = async () => {
    stopping.abort()
    await running.done
    await running[Symbol.asyncDispose]()
    await bus[Symbol.asyncDispose]()
  }
  await bus.publish(messages)
  await vi.waitFor(async () => expect((await books()).positions.MELDINGER).toBe(messages.length), waitMs)
}

const ask = async (subject: string, question: unknown = {}): Promise<unknown> =>
  JSON.parse(Buffer.from(await bus.ask(subject, Buffer.from(JSON.stringify(question)), waitMs)).toString())
const books = async () => TellerBooks.parse(await ask(tellerSubjects.books))
const get = async (path: string) => (await fetch(`${url}${path}`)).text()

test('the books are the same over NATS and HTTP', async () => {
  expect(TellerBooks.parse(JSON.parse(await get('/boker')))).toEqual(await books())
  expect(await books()).toMatchObject({ sent: 2, delivered: 1, inFlight: 1 })
})

test('the throttle is told how many are in flight before a time', async () => {
  const answer = InFlightAnswer.parse(await ask(tellerSubjects.inFlight, { before: noon + 1 }))
  expect(answer).toEqual({ inFlight: 1, latest: noon + 60_000 })
})

test('a melding is followed over NATS and HTTP', async () => {
  const journey = Journey.parse(await ask(tellerSubjects.journey, { msgId: 'm1' }))
  expect(journey.legs.map((leg) => leg.status)).toEqual(['delivered'])
  expect(JSON.parse(await get('/meldinger/m1'))).toEqual(journey)
})

test('a melding that nobody knows is not found', async () => {
  expect((await fetch(`${url}/meldinger/unknown`)).status).toBe(404)
})

test('the flow stands as CSV, as JSON and by business types', async () => {
  expect((await get('/flyt.csv')).split('\n')).toHaveLength(3)
  expect(JSON.parse(await get('/flyt'))).toMatchObject([{ sendings: 2, ok: 1 }])
  const byTypes = FlowByTypes.parse(await ask(tellerSubjects.flowByTypes))
  expect(byTypes.rows).toMatchObject([{ sender: '101', receiver: '102', sendings: 2 }])
  expect(JSON.parse(await get('/flyt/typer'))).toEqual(byTypes)
})

test('the metrics hold the counts beside those of every service', async () => {
  const text = await get('/metrics')
  expect(text).toContain('\nbudstikka_sendings_total 2\n')
  expect(text).toContain('budstikka_build_info{service="meldingsteller"')
})

test('what is counted is trimmed from the stream', async () => {
  const firstLeft = async () => {
    // Something new each time, since everything that stands may be trimmed.
    await bus.publish([sending({ msgId: `later-${performance.now()}` })])
    for await (const { position } of bus.tail('MELDINGER', ['melding.>'], 1, AbortSignal.timeout(waitMs)))
      return position
    return 0
  }
  await vi.waitFor(async () => expect(await firstLeft()).toBeGreaterThan(messages.length), waitMs)
})

test('nothing is trimmed before a service that is expected has come, and that is told', async () => {
  await stop()
  await start({ TRIM_AWAITS: 'epj,epj-events' })
  const warnings = async () => JSON.parse(await get('/health/ready')).warnings
  await vi.waitFor(async () => expect(await warnings()).toEqual(['every expected durable is there']), waitMs)
  expect((await bus.standing('MELDINGER')).messages).toBe(messages.length)
  const late = [
    ['epj', 'MELDINGER', 'melding.>'],
    ['epj-events', 'EVENTS', 'event.>']
  ] as const
  for (const [durable, stream, subject] of late) {
    const reading = bus.consume({ stream, durable, subjects: [subject] }, AbortSignal.timeout(100))
    for await (const batch of reading) await batch.settle()
  }
  await vi.waitFor(async () => expect((await bus.standing('MELDINGER')).messages).toBe(0), waitMs)
  expect(await warnings()).toBeUndefined()
})
