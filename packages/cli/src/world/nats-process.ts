/** The NATS server of the world: started again on the same port and data when it dies, stopped when told to. */
import { join } from 'node:path'
import { type NatsServer, type NatsServerOptions, spawnNatsServer } from '@budstikka/transport'
import { keepUp } from './keep-up.ts'

export type NatsProcessOptions = NatsServerOptions & {
  readonly port: number
  /** Told when it died and is started again, or is given up. */
  tell(text: string): void
}
export type NatsProcess = {
  readonly pid: number
  /** Resolves when clients can connect; rejects when the server could not be started at first. */
  ready(): Promise<void>
  stop(): Promise<void>
}

export function startNatsServer({ tell, ...options }: NatsProcessOptions): NatsProcess {
  const stopping = new AbortController()
  const first = Promise.withResolvers<void>()
  const logFile = join(options.dataDir, 'nats-server.log')
  let server: NatsServer | undefined
  const over = keepUp({ name: 'nats-server', logFile, tell, run }, stopping.signal).catch(first.reject)
  first.promise.catch(() => undefined)

  async function run(): Promise<string> {
    try {
      server = await spawnNatsServer(options)
    } catch (error) {
      // What cannot be started once will not start by trying again: there is no such program, or it is too old.
      if (server === undefined) stopping.abort()
      first.reject(error)
      return error instanceof Error ? error.message : String(error)
    }
    first.resolve()
    if (stopping.signal.aborted) await server.stop()
    await server.ended
    return 'its process is gone'
  }

  return {
    get pid() {
      return server?.pid ?? 0
    },
    ready: () => first.promise,
    async stop() {
      stopping.abort()
      await server?.stop()
      await over
    }
  }
}
