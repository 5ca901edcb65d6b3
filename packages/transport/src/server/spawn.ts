/** Starts a NATS server with JetStream on this machine, for `start` and for tests. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverConfig, type Profile } from './config.ts'

export type NatsServerOptions = {
  /** The program; default `nats-server` on PATH. */
  readonly program?: string
  /** Where the streams and the configuration are kept. */
  readonly dataDir: string
  readonly profile: Profile
  /** Default: one that is free. */
  readonly port?: number
  /** Where the server shows its own figures over HTTP; nowhere without. */
  readonly monitorPort?: number
  /** Most bytes that all streams may hold together; default: what the server finds right for the disk. */
  readonly maxStore?: number
  /** Who may do what, by usersConfig; default everybody everything. */
  readonly users?: string
}

export type NatsServer = {
  readonly url: string
  readonly pid: number
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<void>
  /** As a crash or the out-of-memory killer would. */
  kill9(): Promise<void>
  /** Lets the server finish what it writes; kills it when it has not ended in time. */
  stop(): Promise<void>
}

const startTimeoutMs = 20_000
const stopTimeoutMs = 10_000
/** So that services which end with us too can publish what they have decided: our choice. */
const graceSeconds = 2

/** Resolves when clients can connect. Throws with the end of the server's log when it does not come up in time. */
export async function spawnNatsServer(options: NatsServerOptions): Promise<NatsServer> {
  mkdirSync(options.dataDir, { recursive: true })
  removePortsFiles(options.dataDir)
  const configFile = join(options.dataDir, 'nats-server.conf')
  writeFileSync(configFile, serverConfig(options))
  const logFile = join(options.dataDir, 'nats-server.log')
  // In a process group of its own: Ctrl-C in the terminal reaches us alone, and the services end before the server.
  const child = spawn(options.program ?? 'nats-server', ['-c', configFile, '-l', logFile], {
    stdio: 'ignore',
    detached: true
  })
  const failed = new Promise<never>((_resolve, reject) => child.once('error', reject))
  const ended = Promise.race([once(child, 'exit').then(() => undefined), failed])
  ended.catch(() => undefined)
  try {
    await Promise.race([once(child, 'spawn'), failed])
    endWithUs(child)
    const url = await waitForUrl(child, options.dataDir)
    return { url, pid: child.pid ?? 0, ended, kill9: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') }
  } catch (error) {
    child.kill('SIGKILL')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`the NATS server did not start: ${reason} ${lastLines(logFile)}`.trim(), { cause: error })
  }
}

/**
 * Ends the server when we are gone, however we ended: a pipe of ours ends with us, and a shell that reads it tells the server.
 * Where there is no shell the server is left running, as a killed parent leaves any process.
 */
function endWithUs(child: ChildProcess) {
  const script = `cat > /dev/null; sleep ${graceSeconds}; kill ${child.pid}`
  const guard = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  guard.on('error', () => undefined)
  guard.unref()
  child.once('exit', () => {
    guard.kill('SIGKILL')
    guard.stdin.destroy()
  })
}

async function waitForUrl(child: ChildProcess, dataDir: string): Promise<string> {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await sleep(20)) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    const url = readUrl(dataDir)
    if (url !== undefined) return url
  }
  throw new Error(`no port after ${startTimeoutMs} ms`)
}

/** The server writes `<program>_<pid>.ports` when it listens; that is how a port of its own choice becomes known. */
export function readUrl(dataDir: string): string | undefined {
  for (const name of portsFiles(dataDir)) {
    const [, url] = /"(nats:\/\/[^"]+)"/.exec(readFileSync(join(dataDir, name), 'utf8')) ?? []
    if (url !== undefined) return url
  }
  return undefined
}

export function removePortsFiles(dataDir: string) {
  for (const name of portsFiles(dataDir)) rmSync(join(dataDir, name), { force: true })
}

const portsFiles = (dataDir: string) => readdirSync(dataDir).filter((name) => name.endsWith('.ports'))

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
  await exited
  clearTimeout(timer)
}

function lastLines(logFile: string): string {
  try {
    return readFileSync(logFile, 'utf8').split('\n').slice(-6).join(' | ')
  } catch {
    return ''
  }
}
