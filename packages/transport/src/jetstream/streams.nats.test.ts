/** The streams are as they must be, whoever made them first. */
import { startNats, type TestNats } from '../server/start-nats.harness.ts'
import { jetstreamManager, type StreamConfig } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, it } from 'vitest'
import { connectJetStream } from './connect.ts'

const open = (nats: TestNats, streamMaxBytes?: number) =>
  connectJetStream({ servers: nats.url, name: 's', profile: 'bulk', ...(streamMaxBytes && { streamMaxBytes }) })

async function withManager<T>(
  nats: TestNats,
  use: (manager: Awaited<ReturnType<typeof jetstreamManager>>) => Promise<T>
) {
  const connection = await connect({ servers: nats.url })
  try {
    return await use(await jetstreamManager(connection))
  } finally {
    await connection.close()
  }
}

const configOf = (nats: TestNats, name: string): Promise<StreamConfig> =>
  withManager(nats, async (manager) => (await manager.streams.info(name)).config)

describe('the streams', () => {
  it('keep everything on file until a limit, and then refuse the new', async () => {
    await using nats = await startNats()
    await using _bus = await open(nats, 8_000_000)
    for (const [name, bytes] of [
      ['MELDINGER', 8e6],
      ['EVENTS', 4e6],
      ['DEAD', 1e6]
    ] as const)
      expect(await configOf(nats, name)).toMatchObject({
        storage: 'file',
        retention: 'limits',
        discard: 'new',
        max_bytes: bytes,
        max_age: 0
      })
  })

  it('are made once when many services start at once', async () => {
    await using nats = await startNats()
    const buses = await Promise.all(Array.from({ length: 6 }, () => open(nats)))
    for (const bus of buses) await bus[Symbol.asyncDispose]()
    expect((await configOf(nats, 'MELDINGER')).discard).toBe('new')
  })

  it('get the limit that a service names, and keep it for one that names none', async () => {
    await using nats = await startNats()
    for (const size of [2_000_000, 3_000_000, undefined]) await (await open(nats, size))[Symbol.asyncDispose]()
    expect((await configOf(nats, 'MELDINGER')).max_bytes).toBe(3_000_000)
  })

  it('are corrected when somebody made them to discard the old', async () => {
    await using nats = await startNats()
    await withManager(nats, (manager) =>
      manager.streams.add({ name: 'MELDINGER', subjects: ['melding.>'], discard: 'old', max_msgs: 10 })
    )
    await using _bus = await open(nats, 1_000_000)
    expect(await configOf(nats, 'MELDINGER')).toMatchObject({ discard: 'new', max_msgs: -1, max_bytes: 1_000_000 })
  })

  it('are told about when somebody made them in a way that cannot be corrected', async () => {
    await using nats = await startNats()
    await withManager(nats, (manager) =>
      manager.streams.add({ name: 'MELDINGER', subjects: ['melding.>'], storage: 'memory' })
    )
    await expect(open(nats)).rejects.toThrow('stream MELDINGER has storage memory, expected file')
  })
})
