/** The NATS server of a test in a container, by testcontainers: the image that docker-compose.yml names, on this machine's own network. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers'
import { serverConfig } from './config.ts'
import { type NatsServer, type NatsServerOptions, readUrl, removePortsFiles } from './spawn.ts'

export type TestServer = Pick<NatsServer, 'url' | 'kill9' | 'stop'>

const stopTimeoutMs = 10_000
const urlTimeoutMs = 10_000
const compose = join(import.meta.dirname, '..', '..', '..', '..', 'docker-compose.yml')

/** The same as spawnNatsServer, with the same configuration: the folder stands at the same path in the container. */
export async function startNatsContainer(options: NatsServerOptions): Promise<TestServer> {
  const { dataDir } = options
  mkdirSync(dataDir, { recursive: true })
  removePortsFiles(dataDir)
  const configFile = join(dataDir, 'nats-server.conf')
  writeFileSync(configFile, serverConfig(options))
  const container = await new GenericContainer(imageOf(readFileSync(compose, 'utf8')))
    .withNetworkMode('host')
    .withUser(`${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`)
    .withBindMounts([{ source: dataDir, target: dataDir }])
    .withEntrypoint(['nats-server'])
    .withCommand(['-c', configFile])
    .withWaitStrategy(Wait.forLogMessage(/Server is ready/))
    .start()
  const url = await urlIn(dataDir).catch(async (error: unknown) => {
    await container.stop({ timeout: 0 })
    throw error
  })
  let isGone = false
  const once = async (end: () => Promise<unknown>) => {
    if (isGone) return
    isGone = true
    await end()
  }
  return {
    url,
    kill9: () =>
      once(async () => {
        const engine = await getContainerRuntimeClient()
        const own = engine.container.getById(container.getId())
        await own.kill({ signal: 'SIGKILL' })
        await own.remove({ v: true })
      }),
    stop: () => once(() => container.stop({ timeout: stopTimeoutMs }))
  }
}

/** The server writes it down just after it has said that it is ready. */
async function urlIn(dataDir: string): Promise<string> {
  for (const deadline = Date.now() + urlTimeoutMs; Date.now() < deadline; await wait(20)) {
    const url = readUrl(dataDir)
    if (url !== undefined) return url
  }
  throw new Error('expected the server in the container to say where it listens')
}

function imageOf(yaml: string): string {
  const [, image] = /image: (nats:\S+)/.exec(yaml) ?? []
  if (image === undefined) throw new Error('expected docker-compose.yml to name an image of NATS')
  return image
}
