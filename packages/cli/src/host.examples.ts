/** A host for tests: what a command writes is kept. */
import { PassThrough } from 'node:stream'
import type { Host } from './host.ts'

/** `written` and `told` answer all of standard output and standard error so far. */
export function testHost(given: Partial<Host> = {}) {
  let written = ''
  let told = ''
  const stderr = new PassThrough()
  stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const host: Host = {
    env: {},
    stdin: new PassThrough(),
    stdout: { write: (text) => void (written += text) },
    stderr,
    pid: process.pid,
    execPath: process.execPath,
    isAlive: (pid) => pid === process.pid,
    signal: new AbortController().signal,
    ...given
  }
  return { host, written: () => written, told: () => told }
}
