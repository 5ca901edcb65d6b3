/** Meldingsteller as a process of its own, killed again and again while it counts. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TellerBooks } from '@budstikka/landscape'
import { registerBucket, tellerSubjects } from '@budstikka/service'
import { startNats } from '@budstikka/testing'
import { connectJetStream, type OutMessage } from '@budstikka/transport'
import { expect, test, vi } from 'vitest'
import { deadLetter, noon, receipt, register, sending } from './examples.ts'

const meldinger = 6_000
const killsMax = 3
const waitMs = 40_000

test('counts survive kill -9 of the process, to the unit', { timeout: 120_000 }, async () => {
  await using nats = await startNats()
  await using bus = await connectJetStream({ servers: [nats.url], name: 'test', profile: 'bulk' })
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-meldingsteller-'))
  const bucket = await bus.bucket(registerBucket)
  await bucket.putAll(register.all().map((party) => [party.herId, Buffer.from(JSON.stringify(party))]))
  const books = async () =>
    TellerBooks.parse(JSON.parse(Buffer.from(await bus.ask(tellerSubjects.books, Buffer.alloc(0), 1_000)).toString()))
  const counted = (position: number) =>
    vi.waitFor(async () => expect((await books()).positions.MELDINGER).toBeGreaterThanOrEqual(position), waitMs)

  const publishing = bus.publish(traffic())
  let running = start(nats.url, dataDir)
  try {
    for (let kills = 0; kills < killsMax; kills++) {
      await counted((kills + 1) * 1_000)
      running.kill('SIGKILL')
      await once(running, 'exit')
      running = start(nats.url, dataDir)
    }
    await publishing
    await counted(meldinger * 2 - 1)
    await vi.waitFor(async () => expect((await books()).dead).toBe(1), waitMs)
    expect(await books()).toMatchObject({
      sent: meldinger,
      unique: meldinger,
      delivered: meldinger - 2,
      rejected: 1,
      dead: 1,
      inFlight: 0,
      lost: 0,
      duplicated: 0,
      receipts: { ok: meldinger - 2, rejected: 1, missing: 1 }
    })
  } finally {
    running.kill('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
})

/** Every melding and its receipt; the first is rejected, and the last is dead instead. */
function traffic(): readonly OutMessage[] {
  return Array.from({ length: meldinger }, (_, index) => {
    const sent = { msgId: `m${index}`, at: noon + index * 1_000 }
    if (index === meldinger - 1) return [sending(sent), deadLetter(sending(sent))]
    return [sending(sent), receipt({ ...sent, status: index === 0 ? '2' : '1' })]
  }).flat()
}

function start(url: string, dataDir: string): ChildProcess {
  const env = { ...process.env, NATS_SERVERS: url, DATA_DIR: dataDir, BATCH_MAX: '50', TRIM_MS: '200' }
  return spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit']
  })
}
