/** Runs a service until it is told to stop: what stands in every main.ts, with the process handed in. */
import type { z } from 'zod'
import { ConfigError, readConfig, type ServiceConfig } from './config.ts'
import { createLog, type Log } from './logs.ts'

/** Causes of causes that are looked at. */
const depthMax = 8

/** What a process is to a service; only main.ts names the real one. */
export type Host = {
  readonly env: Readonly<Record<string, string | undefined>>
  once(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown
  exitCode?: number | string | null | undefined
  readonly stdin?: { once(event: 'end', listener: () => void): unknown; resume(): unknown; unref?(): unknown }
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
}

export type Running = AsyncDisposable & {
  /** Where it listens, for the log line. */
  readonly url?: string | undefined
  /** Settles when the work is over; a rejection stops the service with exit code 1. */
  readonly done?: Promise<void> | undefined
}

export type RunOptions<Config extends ServiceConfig> = {
  readonly host: Host
  readonly name: string
  readonly schema: z.ZodType<Config>
  /** Puts the real adapters together; what it answers is disposed of when the service stops. */
  start(config: Readonly<Config>, signal: AbortSignal, log: Log): Promise<Running>
}

/**
 * Reads the environment, starts, says `listening` with the address on one line, and stops on SIGTERM or SIGINT.
 * Exit codes: 0 stopped when told to, 1 failed, 2 the environment is wrong (its text on standard error).
 */
export async function runService<Config extends ServiceConfig>(options: RunOptions<Config>): Promise<void> {
  const { host, name, schema } = options
  const config = configOf(host, schema)
  if (config === undefined) return
  const log = createLog({ service: name, level: config.LOG_LEVEL, to: host.stdout })
  const stopping = new AbortController()
  host.once('SIGTERM', () => stopping.abort())
  host.once('SIGINT', () => stopping.abort())
  if (config.STOP_WITH_STDIN) {
    host.stdin?.once('end', () => stopping.abort())
    host.stdin?.resume()
    // It tells of the end, and is no reason to stay.
    host.stdin?.unref?.()
  }
  try {
    await using running = await options.start(config, stopping.signal, log)
    log.info('listening', { url: running.url })
    await Promise.race([aborted(stopping.signal), running.done ?? new Promise<never>(() => {})])
    // Whoever listens to the signal stops taking new work before its adapters are closed.
    stopping.abort()
    await running.done
  } catch (error) {
    // Work that was cut short by the signal has not failed.
    if (stopping.signal.aborted && isAbort(error)) return
    host.exitCode = 1
    log.error('stopped', { error: chainOf(error).join(' <- ') })
  } finally {
    stopping.abort()
  }
}

function configOf<Config extends ServiceConfig>(host: Host, schema: z.ZodType<Config>): Readonly<Config> | undefined {
  try {
    return readConfig(schema, host.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    host.exitCode = 2
    host.stderr.write(`${error.message}\n`)
    return undefined
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

function isAbort(error: unknown, depth = 0): boolean {
  return (
    error instanceof Error && (error.name === 'AbortError' || (depth < depthMax && isAbort(error.cause, depth + 1)))
  )
}

/** An error's message with those of its causes; errors say what was expected and name no person. */
function chainOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return ['unknown']
  return [
    `${error.name}: ${error.message}`,
    ...(error.cause && depth < depthMax ? chainOf(error.cause, depth + 1) : [])
  ]
}
