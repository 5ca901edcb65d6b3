/** The exchange on JetStream keeps the promises of every exchange. */
import { startNats } from '../server/start-nats.harness.ts'
import { describe } from 'vitest'
import { bucketContract } from '../bucket.contract.ts'
import { busContract } from '../bus.contract.ts'
import { connectJetStream } from './connect.ts'

async function open(packMax = 1) {
  const nats = await startNats()
  return {
    connect: (name: string) => connectJetStream({ servers: nats.url, name, profile: 'bulk', packMax }),
    [Symbol.asyncDispose]: () => nats[Symbol.asyncDispose]()
  }
}

describe('the bus on JetStream', () => {
  busContract(() => open())
  bucketContract(() => open())
})

describe('the bus on JetStream that packs', () => busContract(() => open(64)))
