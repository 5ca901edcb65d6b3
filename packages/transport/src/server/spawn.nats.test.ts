/** A NATS server of our own: where it listens, and what is said when it does not start. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { startNats } from './start-nats.harness.ts'
import { connectJetStream } from '../jetstream/connect.ts'
import { spawnNatsServer } from './spawn.ts'

describe('a NATS server of our own', () => {
  it('listens on this machine alone', async () => {
    await using nats = await startNats()
    expect(new URL(nats.url).hostname).toBe('127.0.0.1')
    await using bus = await connectJetStream({ servers: nats.url, name: 's', profile: 'bulk' })
    expect(bus.warnings).toEqual([])
  })

  it('syncs every write in the durable profile, and only there', async () => {
    await using durable = await startNats({ profile: 'durable' })
    await using bulk = await startNats({ profile: 'bulk' })
    const configOf = (dataDir: string) => readFileSync(join(dataDir, 'nats-server.conf'), 'utf8')
    expect(configOf(durable.dataDir)).toContain('sync_interval: always')
    expect(configOf(bulk.dataDir)).not.toContain('sync_interval')
  })

  it('keeps its address and its data over a kill', async () => {
    await using nats = await startNats({ profile: 'durable' })
    await using bus = await connectJetStream({ servers: nats.url, name: 's', profile: 'durable' })
    await bus.publish([{ subject: 'melding.a', id: '1', headers: {}, body: new Uint8Array(1) }])
    await nats.kill9()
    await nats.restart()
    await using again = await connectJetStream({ servers: nats.url, name: 's', profile: 'durable' })
    for await (const { id } of again.tail('MELDINGER', ['melding.>'], 1, new AbortController().signal)) {
      expect(id).toBe('1')
      break
    }
  })

  it('ends with whoever started it, even one that was killed', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-nats-'))
    const { NATS_SERVER: program } = process.env
    const script = `
      const { spawnNatsServer } = await import(${JSON.stringify(import.meta.resolve('./spawn.ts'))})
      const { pid } = await spawnNatsServer(${JSON.stringify({ dataDir, profile: 'bulk', program })})
      console.log(pid)`
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    try {
      const [printed] = await once(starter.stdout, 'data')
      const pid = Number(printed)
      expect(process.kill(pid, 0)).toBe(true)
      starter.kill('SIGKILL')
      await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'), { timeout: 15_000, interval: 100 })
    } finally {
      starter.kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    }
  }, 30_000)

  it('that is missing is told of with the reason', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-nats-'))
    try {
      const missing = spawnNatsServer({ dataDir, profile: 'bulk', program: join(dataDir, 'none') })
      await expect(missing).rejects.toThrow(/did not start: .*ENOENT/)
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
})
