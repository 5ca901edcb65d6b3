/** The same trace over a real exchange, whether a melding travels alone or in a pack. */
import { connectJetStream } from '@budstikka/transport'
import { startNats } from '@budstikka/transport/start-nats'
import { expect, test } from 'vitest'
import { traced, treesOf } from './trace-tree.harness.ts'

test.each([1, 64])('two meldinger and their AppRecs are two traces over NATS, packed by %i', async (packMax) => {
  await using nats = await startNats()
  await using connections = new AsyncDisposableStack()
  const connect = async (name: string) =>
    connections.use(await connectJetStream({ servers: [nats.url], name, profile: 'bulk', packMax }))
  const { spans } = await traced(connect, [{ id: 'a' }, { id: 'b' }], 2)
  const tree = [
    'sender: publish LOG_INNLAGT to 2002',
    ['taker: process LOG_INNLAGT to 2002', ['taker: publish APPREC to 1001', ['sender: process APPREC to 1001']]]
  ]
  expect(treesOf(spans)).toEqual([tree, tree])
})
