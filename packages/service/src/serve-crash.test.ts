/** Killed between any two steps and started again, a service has done everything once: one effect and one receipt each. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryExchange, openMemoryStore, openSqliteStore } from '@budstikka/transport'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crashPoints } from './serve.ts'
import { everythingOn, happening, startProcess, until } from './serve.harness.ts'
import { sender, taker } from './serve.examples.ts'
import { statusOf } from './status.ts'

const meldinger = 40
let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'budstikka-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hendelser = Array.from({ length: meldinger / 4 }, (_, batch) =>
  happening(
    String(batch),
    Array.from({ length: 4 }, (_unused, index) => ({ id: `${batch}-${index}` }))
  )
)

describe.each(['sender', 'taker'] as const)('a %s', (victim) => {
  it.each(crashPoints)('killed at %s loses nothing and doubles nothing', async (point) => {
    const exchange = memoryExchange()
    const bus = exchange.connect('test')
    const path = (name: string) => join(folder, `${victim}-${point}-${name}.sqlite`)
    const start = { sender: startSender, taker: startTaker }
    const survivor = victim === 'sender' ? start.taker() : start.sender()
    const first = start[victim](point)
    await bus.publish(hendelser)
    await first.process.crashed
    await first.process.stop()
    first.store[Symbol.dispose]()

    const second = start[victim]()
    const states = () => (victim === 'sender' ? [second, survivor] : [survivor, second])
    const read = (index: number) => JSON.parse(states()[index]?.store.table('state').get('all') ?? '{}')
    await until(
      () => read(0).receipts?.length >= meldinger && states().every(({ store }) => statusOf(store).waiting === 0)
    )
    await Promise.all([second.process.stop(), survivor.process.stop()])
    const messages = await everythingOn(bus, 'MELDINGER')
    const sent = new Set(messages.map(({ id }) => id))
    expect({ receipts: read(0).receipts.length, taken: read(1).taken, sent: sent.size }).toEqual({
      receipts: meldinger,
      taken: meldinger,
      sent: 2 * meldinger
    })
    for (const { store } of states()) store[Symbol.dispose]()

    function startSender(crashAt?: (typeof crashPoints)[number]) {
      const store = openSqliteStore(path('sender'), { profile: 'bulk' })
      return { store, process: startProcess(sender, { bus: exchange.connect('sender'), store, crashAt }) }
    }
    function startTaker(crashAt?: (typeof crashPoints)[number]) {
      const store = openSqliteStore(path('taker'), { profile: 'bulk' })
      return { store, process: startProcess(taker, { bus: exchange.connect('taker'), store, crashAt }) }
    }
  })
})

describe('any order and any number of times', () => {
  it('meldinger that come shuffled and doubled have one effect each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        fc.array(fc.nat(5)),
        async (order, again) => {
          const exchange = memoryExchange()
          const bus = exchange.connect('test')
          const source = startProcess(sender, { bus: exchange.connect('sender'), store: openMemoryStore() })
          await bus.publish([
            happening(
              '1',
              order.map((index) => ({ id: String(index) }))
            )
          ])
          await until(() => true)
          let originals = await everythingOn(bus, 'MELDINGER')
          while (originals.length < order.length) originals = await everythingOn(bus, 'MELDINGER')
          await bus.publish(
            again.flatMap((index, copy) => {
              const original = originals[index]
              return original
                ? [{ subject: original.subject, id: `again-${copy}`, headers: {}, body: original.body }]
                : []
            })
          )
          const store = openMemoryStore()
          const late = startProcess(taker, { bus: exchange.connect('taker'), store })
          await until(() => JSON.parse(store.table('state').get('all') ?? '{}').taken >= order.length)
          await everythingOn(bus, 'MELDINGER')
          await Promise.all([source.stop(), late.stop()])
          expect(JSON.parse(store.table('state').get('all') ?? '{}')).toEqual({ taken: order.length })
        }
      ),
      { numRuns: 20 }
    )
  })
})
