/** Brings up the world on this machine: a NATS server and every service, each a process that is stopped again in order. */
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host } from '../host.ts'
import { startNatsServer } from './nats-process.ts'
import { type ServiceProcess, startService } from './service-process.ts'
import { awaitedDurables, firstServices, mainOf, memoryEnv, memoryFlags, observers, services } from './services.ts'

export type WorldOptions = {
  readonly host: Pick<Host, 'env' | 'execPath' | 'signal'>
  readonly year: number
  readonly seed: string
  readonly profile: 'bulk' | 'durable'
  /** An exchange that is up already; default a NATS server of the world's own. */
  readonly servers?: readonly string[]
  /** Kept and gone on with; default a temporary folder that goes with the world. */
  readonly dataDir?: string
  /** With the services that only watch, for a Prometheus beside the world. */
  readonly isWatched?: boolean
  /** Only with what the first meldinger need: the others come with `whole()`. */
  readonly isSoon?: boolean
  /** Told what goes wrong while the world is up. */
  tell(text: string): void
}

export type World = AsyncDisposable & {
  readonly dataDir: string
  readonly natsUrl: string
  /** Addresses by name, of those that are ready. */
  readonly services: Readonly<Record<string, string>>
  /** Starts those that are not there yet; resolves when every service is ready. */
  whole(): Promise<void>
  /** Process ids by name, NATS too. */
  pids(): Readonly<Record<string, number>>
}

/** Resolves when every service is ready, or those that come first; throws when one is given up, and leaves nothing running. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'budstikka-'))
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  const { NATS_SERVER: program } = options.host.env
  // The port is known beforehand, so that the services come up while the server does: they wait for it.
  const [port = 0, monitorPort = 0] = await freePorts(2)
  const { profile, tell, servers } = options
  const natsUrl = servers?.join(',') ?? `nats://127.0.0.1:${port}`
  const natsDir = join(dataDir, 'nats')
  const nats =
    servers === undefined
      ? startNatsServer({ dataDir: natsDir, profile, port, monitorPort, tell, ...(program && { program }) })
      : undefined
  const natsMonitorUrl = `http://127.0.0.1:${monitorPort}`
  const started: ServiceProcess[] = []
  const addresses = new Map<string, string>()
  const all = [...services, ...(options.isWatched ? observers : [])]
  const first = options.isSoon ? all.filter((name) => firstServices.some((one) => one === name)) : all
  let rest: Promise<void> | undefined
  // The services first, so that what they have decided is published before the exchange goes down.
  const stop = async () => {
    await Promise.all(started.map((service) => service.stop()))
    await nats?.stop()
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
  const begin = async (names: typeof all) => {
    const begun = names.map(startOne)
    started.push(...begun)
    const ready = Promise.all([nats?.ready(), ...begun.map((service) => service.ready())])
    const [, ...urls] = await Promise.race([ready, stopped(options.host.signal)])
    begun.forEach(({ name }, index) => addresses.set(name, urls[index] ?? ''))
  }
  try {
    await begin(first)
    return {
      dataDir,
      natsUrl,
      get services() {
        return Object.fromEntries(addresses)
      },
      whole: () => (rest ??= begin(all.filter((name) => !first.includes(name)))),
      pids: () => ({
        ...(nats && { nats: nats.pid }),
        ...Object.fromEntries(started.map(({ name, pid }) => [name, pid]))
      }),
      [Symbol.asyncDispose]: stop
    }
  } catch (error) {
    await stop()
    throw error
  }

  function startOne(name: (typeof all)[number]): ServiceProcess {
    return startService({
      name,
      command: [options.host.execPath, ...memoryFlags, mainOf(name)],
      env: { ...environment(options, natsUrl, join(dataDir, name)), NATS_MONITOR_URLS: natsMonitorUrl },
      logFile: join(dataDir, 'logs', `${name}.log`),
      tell
    })
  }
}

/** So many that nobody listens on just now. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('expected a port of this machine, got none')
    return address.port
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}

const environment = ({ host, year, seed, profile }: WorldOptions, natsUrl: string, dataDir: string) => ({
  ...memoryEnv,
  ...host.env,
  NATS_SERVERS: natsUrl,
  DATA_DIR: dataDir,
  HTTP_HOST: '127.0.0.1',
  STOP_WITH_STDIN: 'true',
  HTTP_PORT: '0',
  PROFILE: profile,
  TRIM_AWAITS: awaitedDurables.join(','),
  LANDSCAPE_YEAR: String(year),
  LANDSCAPE_SEED: seed
})

const stopped = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    const fail = () => reject(new Error('stopped before every service was ready'))
    if (signal.aborted) return fail()
    signal.addEventListener('abort', fail, { once: true })
  })
