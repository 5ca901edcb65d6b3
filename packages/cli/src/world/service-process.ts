/** One service as a process of its own, as a container runs it: started, known by its address, started again when it dies. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { keepUp } from './keep-up.ts'

export type ServiceProcessOptions = {
  readonly name: string
  /** The program and its arguments. */
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where its log is kept. */
  readonly logFile: string
  /** Told when it died and is started again, or is given up. */
  tell(text: string): void
}
export type ServiceProcess = {
  readonly name: string
  readonly pid: number
  /** Resolves with the address once /health/ready answers 200; rejects when it is given up. */
  ready(): Promise<string>
  stop(): Promise<void>
}

// Our choices.
const stopTimeoutMs = 5_000
const readyTimeoutMs = 30_000
const readyPollMs = 50

const Listening = z.object({ msg: z.literal('listening'), url: z.url() })

export function startService(options: ServiceProcessOptions): ServiceProcess {
  const { name, logFile } = options
  const tell = (text: string) => options.tell(text)
  const stopping = new AbortController()
  const first = Promise.withResolvers<string>()
  let child: ChildProcess | undefined
  let port: string | undefined
  const over = keepUp({ name, logFile, tell, run }, stopping.signal).catch(first.reject)
  first.promise.catch(() => undefined)

  function run(): Promise<string> {
    const started = launch(options, port)
    child = started.child
    started.url
      .then(async (url) => {
        // The address stays the same over a restart.
        port = new URL(url).port
        first.resolve(await waitUntilReady(url, stopping.signal))
      })
      .catch(first.reject)
    return started.ended
  }

  return {
    name,
    get pid() {
      return child?.pid ?? 0
    },
    ready: () => first.promise,
    async stop() {
      stopping.abort()
      child?.kill('SIGTERM')
      const timer = setTimeout(() => child?.kill('SIGKILL'), stopTimeoutMs)
      await over
      clearTimeout(timer)
    }
  }
}

/** In a process group of its own, so that Ctrl-C in the terminal reaches us alone and the end comes in order. */
function launch({ command: [program, ...args], env, logFile }: ServiceProcessOptions, port: string | undefined) {
  const options = { env: { ...env, ...(port && { HTTP_PORT: port }) }, detached: true } as const
  // Its standard input ends when we do, however we end.
  const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
  const log = createWriteStream(logFile, { flags: 'a' })
  child.stderr.pipe(log, { end: false })
  child.stdout.pipe(log, { end: false })
  const ended = Promise.race([
    once(child, 'close').then(([code, signal]) => (signal === null ? `exit code ${code}` : String(signal))),
    once(child, 'error').then(([error]) => String(error))
  ]).finally(() => log.end())
  return { child, ended, url: urlOf(child.stdout) }
}

/** The address in the log line `listening`; never resolves when there is none. */
function urlOf(stdout: NodeJS.ReadableStream): Promise<string> {
  const found = Promise.withResolvers<string>()
  let rest = ''
  stdout.on('data', look)
  return found.promise

  function look(chunk: Uint8Array): void {
    const lines = (rest + Buffer.from(chunk).toString()).split('\n')
    rest = lines.pop() ?? ''
    const said = lines.map((text) => Listening.safeParse(parseJson(text))).find((read) => read.success)
    if (said === undefined) return
    found.resolve(said.data.url)
    stdout.off('data', look)
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function waitUntilReady(url: string, signal: AbortSignal): Promise<string> {
  for (
    const deadline = Date.now() + readyTimeoutMs;
    Date.now() < deadline;
    await wait(readyPollMs, undefined, { signal })
  ) {
    const answer = await fetch(`${url}/health/ready`, { signal }).catch(() => undefined)
    if (answer?.ok) return url
  }
  throw new Error(`${url}/health/ready was expected to answer 200 within ${readyTimeoutMs} ms`)
}
