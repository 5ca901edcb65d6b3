/** Brings up the world on this machine: a NATS server and every service, each a process that is stopped again in order. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type NatsServer, spawnNatsServer } from '@budstikka/transport'
import type { Host } from '../host.ts'
import { type ServiceProcess, startService } from './service-process.ts'
import { mainOf, services } from './services.ts'

export type WorldOptions = {
  readonly host: Pick<Host, 'env' | 'execPath' | 'signal'>
  readonly year: number
  readonly seed: string
  readonly profile: 'bulk' | 'durable'
  /** Kept and gone on with; default a temporary folder that goes with the world. */
  readonly dataDir?: string
  /** Told what goes wrong while the world is up. */
  tell(text: string): void
}

export type World = AsyncDisposable & {
  readonly dataDir: string
  readonly natsUrl: string
  /** Addresses by name. */
  readonly services: Readonly<Record<string, string>>
  /** Process ids by name, NATS too. */
  pids(): Readonly<Record<string, number>>
}

/** Resolves when every service is ready; throws when one is given up, and leaves nothing running. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'budstikka-'))
  mkdirSync(join(dataDir, 'logs'), { recursive: true })
  const { NATS_SERVER: program } = options.host.env
  const nats = await spawnNatsServer({
    dataDir: join(dataDir, 'nats'),
    profile: options.profile,
    ...(program && { program })
  })
  const started = services.map((name) =>
    startService({
      name,
      command: [options.host.execPath, mainOf(name)],
      env: environment(options, nats.url, join(dataDir, name)),
      logFile: join(dataDir, 'logs', `${name}.log`),
      tell: options.tell
    })
  )
  const stop = () => stopAll(started, nats, options.dataDir === undefined ? dataDir : undefined)
  try {
    const urls = await Promise.all(
      started.map((service) => Promise.race([service.ready(), stopped(options.host.signal)]))
    )
    return {
      dataDir,
      natsUrl: nats.url,
      services: Object.fromEntries(started.map(({ name }, index) => [name, urls[index] ?? ''])),
      pids: () => ({ nats: nats.pid, ...Object.fromEntries(started.map(({ name, pid }) => [name, pid])) }),
      [Symbol.asyncDispose]: stop
    }
  } catch (error) {
    await stop()
    throw error
  }
}

const environment = ({ host, year, seed, profile }: WorldOptions, natsUrl: string, dataDir: string) => ({
  ...host.env,
  NATS_SERVERS: natsUrl,
  DATA_DIR: dataDir,
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: '0',
  PROFILE: profile,
  LANDSCAPE_YEAR: String(year),
  LANDSCAPE_SEED: seed
})

/** The services first, so that what they have decided is published before the exchange goes down. */
async function stopAll(started: readonly ServiceProcess[], nats: NatsServer, temporary: string | undefined) {
  await Promise.all(started.map((service) => service.stop()))
  await nats.stop()
  if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true })
}

const stopped = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => {
    const fail = () => reject(new Error('stopped before every service was ready'))
    if (signal.aborted) return fail()
    signal.addEventListener('abort', fail, { once: true })
  })
