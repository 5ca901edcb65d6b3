/** The exchange in memory keeps the promises of every exchange. */
import { describe, expect, it } from 'vitest'
import { bucketContract } from '../bucket.contract.ts'
import { busContract, message, take } from '../bus.contract.ts'
import { memoryExchange } from './exchange.ts'

async function open() {
  const exchange = memoryExchange()
  return { connect: async (name: string) => exchange.connect(name), async [Symbol.asyncDispose]() {} }
}

describe('the bus in memory', () => {
  busContract(open)
  bucketContract(open)

  it('lets a publisher wait while the stream is full, and drops nothing', async () => {
    const exchange = memoryExchange({ streamMaxBytes: 100 })
    await using bus = exchange.connect('one')
    const pressure: boolean[] = []
    bus.onPressure((isWaiting) => pressure.push(isWaiting))
    const wanted = Array.from({ length: 30 }, (_, index) => `m${index}`)
    const publishing = bus.publish(wanted.map((id) => message('melding.a', id, 'x'.repeat(10))))
    const seen: string[] = []
    while (seen.length < wanted.length) {
      seen.push(...(await take(bus, 'd', 1, ['melding.>'])))
      await bus.trimSettled('MELDINGER')
    }
    await publishing
    expect(seen).toEqual(wanted)
    expect([pressure[0], pressure.at(-1)]).toEqual([true, false])
  })
})
