/** The streams of a cluster are made in three copies, however late its third server comes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buckets } from '@budstikka/cli'
import { connectJetStream, makeStreams } from '@budstikka/transport'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, readyNodes, untilWhole } from './nodes.ts'

const { NATS_SERVER: program = 'nats-server' } = process.env
const signal = AbortSignal.timeout(60_000)

describe('the streams of a cluster of which two servers have come', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-cluster-'))
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await readyNodes(dataDir, 'bulk', program)
    cluster.start('nats-1')
    cluster.start('nats-2')
  })
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const open = () => connectJetStream({ servers: cluster.servers, name: 'test', profile: 'bulk', replicas: 3 })

  it('are given up when the third does not come in time, with what the servers said', async () => {
    let waits = 0
    const made = makeStreams(open, { buckets, replicas: 3, timeoutMs: 6_000, onWait: () => waits++ })
    await expect(made).rejects.toThrow('expected servers for 3 copies of every stream within 6 s')
    await expect(made).rejects.toHaveProperty('cause.message', expect.stringMatching(/unavailable|timeout|peers/))
    expect(waits).toBeGreaterThan(0)
  })

  it('are made when the third comes while the command waits', async () => {
    const main = join(import.meta.dirname, '../../packages/cli/src/main.ts')
    const args = ['streams', '--nats', cluster.servers.join(), '--replicas', '3']
    const command = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'inherit', 'pipe'], signal })
    const ended = once(command, 'exit')
    const [told] = await once(command.stderr, 'data')
    expect(String(told)).toContain('budstikka: waiting for servers for 3 copies of every stream: ')
    cluster.start('nats-3')
    command.stderr.resume()
    expect(await ended).toEqual([0, null])
    await using bus = await open()
    await untilWhole(bus, signal)
  })
})
