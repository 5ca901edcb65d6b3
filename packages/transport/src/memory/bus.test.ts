/** The exchange in memory keeps the promises of every exchange. */
import { describe } from 'vitest'
import { bucketContract } from '../bucket.contract.ts'
import { busContract } from '../bus.contract.ts'
import { memoryExchange } from './exchange.ts'

async function open() {
  const exchange = memoryExchange()
  return { connect: async (name: string) => exchange.connect(name), async [Symbol.asyncDispose]() {} }
}

describe('the bus in memory', () => {
  busContract(open)
  bucketContract(open)
})
