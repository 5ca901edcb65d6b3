/** Where the NATS servers of tests run: in containers where a Docker engine of this machine can, else as programs of it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { TestServer } from './nats-container.harness.ts'
import { type NatsServerOptions, spawnNatsServer } from './spawn.ts'

export type StartServer = (options: NatsServerOptions) => Promise<TestServer>

let chosen: Promise<StartServer> | undefined

/** TEST_NATS=container or TEST_NATS=local decides it; otherwise what is there. */
export const serverStarter = (): Promise<StartServer> => (chosen ??= choose())

async function choose(): Promise<StartServer> {
  const { TEST_NATS: wanted, DOCKER_HOST: host = 'unix:///var/run/docker.sock' } = process.env
  // On other systems containers run in a machine of their own, which has another network.
  const isThere = process.platform === 'linux' && host.startsWith('unix://') && existsSync(host.slice('unix://'.length))
  if (wanted === 'local' || (wanted !== 'container' && !isThere)) return spawnNatsServer
  const { startNatsContainer } = await import('./nats-container.harness.ts')
  if (wanted === 'container') return startNatsContainer
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-nats-'))
  try {
    const server = await startNatsContainer({ dataDir, profile: 'bulk' })
    await server.kill9()
    return startNatsContainer
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    process.stderr.write(`NATS does not run in a container here, tests use the local server: ${reason}\n`)
    return spawnNatsServer
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
