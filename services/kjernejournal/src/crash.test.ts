/** Kjernejournal killed between any two steps: each dispensing that was reported is kept once, and receipted once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeMelding } from '@budstikka/meldinger'
import { type CrashPoint, crashPoints, headerNames, meldingSubject, serve, transportId } from '@budstikka/service'
import { type Bus, memoryExchange, openSqliteStore } from '@budstikka/transport'
import { afterAll, expect, test, vi } from 'vitest'
import { patient } from './kjernejournal.examples.ts'
import { openRecords } from './records.ts'
import { kjernejournal } from './service.ts'
import { formidler, kj, m81, meldingTo, register } from './service.examples.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-kjernejournal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reported = Array.from({ length: 20 }, (_, number) => `m10-${number}`)

/** Each twice: as it was sent, and as a copy of it. */
const messages = [0, 1].flatMap((attempt) =>
  reported.map((id, number) => {
    const msgId = `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`
    const melding = meldingTo('ERM81', m81(id, '2019-05-02'), { msgId })
    const [from, to] = [formidler.herId, kj.herId]
    return {
      subject: meldingSubject({ tjeneste: kj.tjeneste, to, from, meldingType: 'ERM81', partition: 0 }),
      id: transportId(from, msgId, to, attempt),
      headers: { [headerNames.msgId]: msgId, [headerNames.time]: String(Date.parse(melding.envelope.genDate)) },
      body: Buffer.from(encodeMelding(melding))
    }
  })
)

/** Dies at `crashAt`, as a killed process would: nothing after that is done. */
function startOn(bus: Bus, path: string, crashAt?: CrashPoint) {
  const store = openSqliteStore(path, { profile: 'bulk' })
  const records = openRecords(store)
  const stopping = new AbortController()
  let isDead = false
  const at = (point: CrashPoint) => {
    isDead ||= point === crashAt
    if (isDead) throw new Error(`killed at ${point}`)
  }
  const definition = kjernejournal(records, () => undefined, 0)
  const ended = serve({ definition, bus, store, register, at }, stopping.signal).catch(() => undefined)
  const close = async () => {
    stopping.abort()
    await ended
    store[Symbol.dispose]()
  }
  return { records, ended, close }
}

test.each(crashPoints)('killed at %s', async (point) => {
  const exchange = memoryExchange()
  const bus = exchange.connect('test')
  const path = join(folder, `${point}.sqlite`)
  await bus.publish(messages)
  const first = startOn(exchange.connect('first'), path, point)
  await first.ended
  await first.close()
  const second = startOn(exchange.connect('second'), path)
  const receipts = new Set<string>()
  const stopping = new AbortController()
  const reading = (async () => {
    for await (const { id } of bus.tail('MELDINGER', ['melding.*.*.*.APPREC.*'], 1, stopping.signal)) receipts.add(id)
  })()
  await vi.waitFor(() => expect(receipts.size).toBe(reported.length), 10_000)
  const { legemidler } = second.records.journalOf(patient)
  await second.close()
  stopping.abort()
  await reading.catch(() => undefined)
  expect(legemidler.map(({ id }) => id)).toEqual(reported)
  expect(receipts.size).toBe(reported.length)
})
