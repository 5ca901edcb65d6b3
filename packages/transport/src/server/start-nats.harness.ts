/** A real NATS server for a test, that can be killed and started again on the same data. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverStarter } from './test-server.harness.ts'

export type StartNatsOptions = {
  /** Default 'bulk'. */
  readonly profile?: 'bulk' | 'durable'
  /** Kept afterwards; default: a temporary folder that goes with the server. */
  readonly dataDir?: string
  /** Most bytes that all streams may hold together. */
  readonly maxStore?: number
  /** Who may do what, by usersConfig. */
  readonly users?: string
}

export type TestNats = AsyncDisposable & {
  /** Stays the same over a restart. */
  readonly url: string
  readonly dataDir: string
  kill9(): Promise<void>
  /** Starts it again on the same data and port, after kill9() or stop(). */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts it in a container, or as the program named by NATS_SERVER or `nats-server` on PATH, on a free port of this machine. */
export async function startNats(options: StartNatsOptions = {}): Promise<TestNats> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'budstikka-nats-'))
  const { NATS_SERVER: program } = process.env
  const { profile = 'bulk', maxStore, users } = options
  const startServer = await serverStarter()
  const start = (port?: number) =>
    startServer({
      dataDir,
      profile,
      ...(program !== undefined && { program }),
      ...(maxStore !== undefined && { maxStore }),
      ...(users !== undefined && { users }),
      ...(port !== undefined && { port })
    })
  let server = await start()
  const { url } = server
  return {
    url,
    dataDir,
    kill9: () => server.kill9(),
    async restart() {
      server = await start(Number(new URL(url).port))
    },
    stop: () => server.stop(),
    async [Symbol.asyncDispose]() {
      await server.kill9()
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
