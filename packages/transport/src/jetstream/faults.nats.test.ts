/** What JetStream must survive: a killed server, a full stream, a killed reader. */
import { startNats } from '../server/start-nats.harness.ts'
import { describe, expect, it } from 'vitest'
import { ids, message, take } from '../bus.contract.ts'
import type { Bus } from '../bus.ts'
import { connectJetStream } from './connect.ts'

const batchOf = (batch: number, size: number, body = 'x') =>
  Array.from({ length: size }, (_, index) => message('melding.a', `${batch}-${index}`, body))

describe('the bus on JetStream, when things go wrong', () => {
  it('loses nothing that was published, and keeps its order, when the server is killed and started again', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'publisher', profile: 'bulk' })
    const resolved: string[] = []
    const publishing = (async () => {
      for (let batch = 0; batch < 60; batch++) {
        const messages = batchOf(batch, 200, 'x'.repeat(2_000))
        await bus.publish(messages)
        resolved.push(...messages.map(({ id }) => id))
      }
    })()
    for (let kill = 0; kill < 3; kill++) {
      const before = resolved.length
      await expect.poll(() => resolved.length, { timeout: 20_000, interval: 2 }).toBeGreaterThan(before + 800)
      await nats.kill9()
      await nats.restart()
    }
    await publishing
    const seen: string[] = []
    const stop = new AbortController()
    for await (const batch of bus.consume(
      { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'] },
      stop.signal
    )) {
      seen.push(...ids(batch))
      await batch.settle()
      if (seen.at(-1) === '59-199') break
    }
    expect([...new Set(seen)]).toEqual(resolved)
  })

  it('goes on consuming where it was, when the server is killed and started again', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'service', profile: 'bulk' })
    const seen = new Set<string>()
    const order: string[] = []
    const stop = new AbortController()
    const reading = (async () => {
      const options = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'], batchMax: 64 } as const
      for await (const batch of bus.consume(options, stop.signal)) {
        for (const id of ids(batch)) if (!seen.has(id)) order.push(id)
        for (const id of ids(batch)) seen.add(id)
        await batch.settle()
        if (seen.size >= 6_000) return
      }
    })()
    const wanted: string[] = []
    for (let batch = 0; batch < 30; batch++) {
      const messages = batchOf(batch, 200)
      await bus.publish(messages)
      wanted.push(...messages.map(({ id }) => id))
      if (batch % 10 === 5) {
        await nats.kill9()
        await nats.restart()
      }
    }
    await reading
    expect(order).toEqual(wanted)
  })

  it('gives a batch again when its reader was killed before it was settled', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'one', profile: 'bulk' })
    await bus.publish(batchOf(0, 1_000))
    await using killed = await connectJetStream({ servers: nats.url, name: 'killed', profile: 'bulk' })
    await take(killed, 'd', 256, ['melding.>'], false)
    await killed[Symbol.asyncDispose]()
    expect(await take(bus, 'd', 1_000, ['melding.>'])).toEqual(batchOf(0, 1_000).map(({ id }) => id))
  })

  it('keeps what a reader has in hand from being trimmed, also when it was put back', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'one', profile: 'bulk' })
    await bus.publish(batchOf(0, 10))
    for (let round = 0; round < 2; round++) {
      await take(bus, 'd', 10, ['melding.>'], false)
      expect(await bus.trimSettled('MELDINGER')).toBe(0)
    }
    expect(await take(bus, 'd', 10, ['melding.>'])).toHaveLength(10)
  })

  it('waits while the stream is full, tells so, and goes on when it was trimmed, with nothing dropped', async () => {
    await using nats = await startNats()
    const options = { servers: nats.url, name: 'publisher', profile: 'bulk', streamMaxBytes: 1_000_000 } as const
    await using bus = await connectJetStream(options)
    const pressure: boolean[] = []
    bus.onPressure((isWaiting) => pressure.push(isWaiting))
    const messages = batchOf(0, 2_000, 'x'.repeat(1_000))
    const publishing = bus.publish(messages)
    await expect.poll(() => pressure).toEqual([true])
    const seen: string[] = []
    const consuming = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'] } as const
    for await (const batch of bus.consume(consuming, new AbortController().signal)) {
      seen.push(...ids(batch))
      await batch.settle()
      await bus.trimSettled('MELDINGER')
      if (new Set(seen).size === 2_000) break
    }
    await publishing
    expect(new Set(seen)).toEqual(new Set(messages.map(({ id }) => id)))
    expect(pressure.at(-1)).toBe(false)
  })

  it('stops waiting for a full stream when it is told to', async () => {
    await using nats = await startNats()
    const options = { servers: nats.url, name: 'publisher', profile: 'bulk', streamMaxBytes: 100_000 } as const
    await using bus = await connectJetStream(options)
    const stop = new AbortController()
    bus.onPressure(() => stop.abort(new Error('enough')))
    await expect(bus.publish(batchOf(0, 200, 'x'.repeat(1_000)), stop.signal)).rejects.toThrow('enough')
  })

  it('makes a consumer that was deleted under it again, where it was', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'service', profile: 'bulk' })
    await bus.publish(batchOf(0, 10))
    const seen: string[] = []
    const options = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'] } as const
    for await (const batch of bus.consume(options, new AbortController().signal)) {
      seen.push(...ids(batch))
      await batch.settle()
      if (seen.length === 10) {
        await deleteConsumer(bus)
        await bus.publish(batchOf(1, 10))
      }
      if (seen.length >= 20) break
    }
    expect(seen).toEqual([...batchOf(0, 10), ...batchOf(1, 10)].map(({ id }) => id))
  })

  it('loses nothing when two processes read the same durable by mistake', async () => {
    await using nats = await startNats()
    await using one = await connectJetStream({ servers: nats.url, name: 'one', profile: 'bulk' })
    await using two = await connectJetStream({ servers: nats.url, name: 'two', profile: 'bulk' })
    const stop = new AbortController()
    const seen = new Set<string>()
    const read = async (bus: Bus) => {
      const options = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'], batchMax: 64 } as const
      for await (const batch of bus.consume(options, stop.signal)) {
        for (const id of ids(batch)) seen.add(id)
        await batch.settle()
      }
    }
    const reading = [read(one), read(two)]
    for (let batch = 0; batch < 20; batch++) await one.publish(batchOf(batch, 250))
    await expect.poll(() => seen.size, { timeout: 30_000 }).toBe(5_000)
    stop.abort()
    await Promise.all(reading)
  })

  it('tells of a message that is too large for the server', async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'service', profile: 'bulk' })
    await expect(bus.publish(batchOf(0, 1, 'x'.repeat(7_000_000)))).rejects.toThrow('cannot be sent')
  })
})

const deleteConsumer = (bus: Bus) => bus.ask('$JS.API.CONSUMER.DELETE.MELDINGER.d', new Uint8Array(), 2_000)
