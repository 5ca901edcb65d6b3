/** Reseptformidleren killed between any two steps: no prescription is lost, none is dispensed twice, and each M10 is told of once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { encodeMelding, herIdOf, type Melding } from '@budstikka/meldinger'
import {
  type CrashPoint,
  crashPoints,
  headerNames,
  meldingSubject,
  parseMeldingSubject,
  partitionOf,
  serve,
  transportId
} from '@budstikka/service'
import { type Bus, memoryExchange, openSqliteStore, type OutMessage } from '@budstikka/transport'
import { afterAll, expect, test } from 'vitest'
import { answer } from './answer.ts'
import { landscape, m1, m10, m93, parties, setup } from './handle.examples.ts'
import { eresept } from './service.ts'
import { openMemory } from './state.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-e-resept-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const numbers = Array.from({ length: 30 }, (_, number) => number)
const prescriptions = numbers.map((number) => m1(`r${number}`))
const dispensings = numbers.map((number) => m10(`u${number}`, `r${number}`))

/** On the exchange as its sender put it there; `attempt`: another makes it a copy. */
function messageOf(melding: Melding, attempt = 0): OutMessage {
  const { msgId, genDate, type: meldingType, sender } = melding.envelope
  const [from, to] = [herIdOf(sender) ?? '', parties.reseptformidler]
  return {
    subject: meldingSubject({ tjeneste: '8658-1', to, from, meldingType, partition: partitionOf(melding) }),
    id: transportId(from, msgId, to, attempt),
    headers: { [headerNames.msgId]: msgId, [headerNames.time]: String(Date.parse(genDate)) },
    body: Buffer.from(encodeMelding(melding))
  }
}

/** Dies at `crashAt`, as a killed process would: nothing after that is done. */
function startOn(bus: Bus, path: string, crashAt?: CrashPoint) {
  const store = openSqliteStore(path, { profile: 'bulk' })
  const memory = openMemory(store, { retentionMs: 30 * 24 * 60 * 60 * 1000 })
  const stopping = new AbortController()
  let isDead = false
  const at = (point: CrashPoint) => {
    isDead ||= point === crashAt
    if (isDead) throw new Error(`killed at ${point}`)
  }
  const options = { definition: eresept(memory, setup), bus, store, register: landscape, at }
  const ended = serve(options, stopping.signal).catch(() => undefined)
  const close = async () => {
    stopping.abort()
    await ended
    store[Symbol.dispose]()
  }
  return { memory, ended, close }
}

test.each(crashPoints)('killed at %s, while it takes prescriptions and while it takes dispensings', async (point) => {
  const exchange = memoryExchange()
  const bus = exchange.connect('test')
  const path = join(folder, `${point}.sqlite`)
  const idsOf = (melding: Melding) => melding.envelope.msgId
  const statuses = (memory: ReturnType<typeof startOn>['memory']) =>
    prescriptions.map((one) => memory.find(idsOf(one))[0]?.status)

  await bus.publish(prescriptions.map((one) => messageOf(one)))
  const first = startOn(exchange.connect('first'), path, point)
  await first.ended
  await first.close()
  const second = startOn(exchange.connect('second'), path)
  await until(() => statuses(second.memory).every((status) => status === 'E'))
  take(second.memory)
  await second.close()

  await bus.publish(dispensings.flatMap((one) => [messageOf(one), messageOf(one, 1)]))
  const third = startOn(exchange.connect('third'), path, point)
  await third.ended
  await third.close()
  const fourth = startOn(exchange.connect('fourth'), path)
  await until(() => statuses(fourth.memory).every((status) => status === 'R'))
  const told = await receivedOf(bus)
  const dispensed = prescriptions.map((one) => fourth.memory.find(idsOf(one))[0]?.utleveringer.length)
  await fourth.close()
  expect(dispensed).toEqual(prescriptions.map(() => 1))
  expect(told).toEqual({ APPREC: 60, ERM6: 30, ERM81: 30 })
})

/** Every prescription is taken in hand by the pharmacy. */
function take(memory: ReturnType<typeof openMemory>): void {
  for (const { envelope } of prescriptions) {
    const melding = m93(`q${envelope.msgId}`, envelope.msgId)
    const to = parties.reseptformidler
    const now = Date.parse(melding.envelope.genDate)
    const state = memory.of({ type: 'melding', melding, to, role: 'PRIM' })
    const given = answer(state, { melding, to, isRepeated: false }, { now, register: landscape, setup })
    if (given.state !== undefined) memory.save(given.state, now)
  }
}

/** Sendings of each type from Reseptformidleren, once it is quiet; one that is published again after a crash has the same id. */
async function receivedOf(bus: Bus): Promise<Record<string, number>> {
  const stopping = new AbortController()
  const typeById = new Map<string, string>()
  let seen = 0
  const reading = (async () => {
    for await (const { id, subject } of bus.tail('MELDINGER', ['>'], 1, stopping.signal)) {
      seen += 1
      const { from, meldingType } = parseMeldingSubject(subject)
      if (from === parties.reseptformidler) typeById.set(id, meldingType)
    }
  })()
  for (let before = -1; before !== seen;) {
    before = seen
    for (let turns = 0; turns < 50; turns++) await turn()
  }
  stopping.abort()
  await reading.catch(() => undefined)
  return countsOf([...typeById.values()])
}

const countsOf = (types: readonly string[]) =>
  Object.fromEntries([...new Set(types)].map((type) => [type, types.filter((one) => one === type).length]))

/** Waits, in turns of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 20_000; turns++) {
    if (holds()) return
    await turn()
  }
  throw new Error('expected it to hold in the end, and it did not')
}
