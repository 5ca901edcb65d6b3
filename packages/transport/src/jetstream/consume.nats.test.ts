/** Durable consumption on a server that cannot put a consumer back: what was in hand comes first all the same. */
import { startNats } from '../server/start-nats.harness.ts'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, it } from 'vitest'
import { ids, message } from '../bus.contract.ts'
import { connectJetStream } from './connect.ts'
import { type Connected, consumeDurable } from './consume.ts'

const options = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'], batchMax: 16 } as const

async function connectOld(url: string): Promise<Connected & AsyncDisposable> {
  const connection = await connect({ servers: url })
  const manager = await jetstreamManager(connection)
  const base = { connection, manager, inboxPrefix: '_INBOX_old', canReset: false, onReconnect: () => () => undefined }
  return { ...base, [Symbol.asyncDispose]: () => connection.close() }
}

describe('a durable consumer on a server older than 2.14', () => {
  it('gives what a killed reader had in hand before anything newer, in order', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'publisher', profile: 'bulk' })
    const wanted = Array.from({ length: 60 }, (_, index) => `m${index}`)
    await bus.publish(wanted.map((id) => message('melding.a', id)))
    // A batch is what has arrived, which may be less than was asked for.
    const settled: string[] = []
    {
      await using killed = await connectOld(nats.url)
      for await (const batch of consumeDurable(killed, options, new AbortController().signal)) {
        if (settled.length > 0) break
        settled.push(...ids(batch))
        await batch.settle()
      }
    }
    await using next = await connectOld(nats.url)
    const seen: string[] = []
    for await (const batch of consumeDurable(next, options, new AbortController().signal)) {
      seen.push(...ids(batch))
      await batch.settle()
      if (seen.at(-1) === 'm59') break
    }
    expect([...settled, ...seen]).toEqual(wanted)
  })

  it('does not give a batch twice that takes longer than the server waits', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'publisher', profile: 'bulk' })
    await using reader = await connectOld(nats.url)
    const wanted = Array.from({ length: 20 }, (_, index) => `m${index}`)
    await bus.publish(wanted.map((id) => message('melding.a', id)))
    const redelivered = async () => (await reader.manager.consumers.info('MELDINGER', 'd')).num_redelivered
    const seen: string[] = []
    for await (const batch of consumeDurable(reader, options, new AbortController().signal)) {
      if (seen.length === 0) await expect.poll(redelivered, { timeout: 20_000, interval: 100 }).toBeGreaterThan(0)
      seen.push(...ids(batch))
      await batch.settle()
      if (seen.at(-1) === 'm19') break
    }
    expect(seen).toEqual(wanted)
  })
})
