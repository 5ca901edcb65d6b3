/** A server of somebody else's as a process of a test: on a port that is free, waited for, and ended. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const startTimeoutMs = 30_000
const stopTimeoutMs = 10_000

/** One that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await once(server.close(), 'close')
  if (address === null || typeof address === 'string') throw new Error('expected a port of this machine, got none')
  return address.port
}

/** Resolves when `url` answers 2xx; throws when the process ends, or does not come up in time. `log`: what it said. */
export async function waitUntilAnswered(child: ChildProcess, url: string, log = () => ''): Promise<void> {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await wait(50)) {
    if (child.exitCode !== null) break
    if ((await fetch(url).catch(() => undefined))?.ok) return
  }
  throw new Error(`${url} was expected to answer within ${startTimeoutMs} ms: ${log().slice(-2_000)}`)
}

export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
  await exited
  clearTimeout(timer)
}
