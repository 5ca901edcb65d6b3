/** How a service starts, stops and fails, with a process that only remembers. */
import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { ServiceConfig } from './config.ts'
import { type RunOptions, runService } from './run.ts'

type Start = RunOptions<ServiceConfig>['start']

async function run(start: Start, env: Record<string, string> = {}) {
  const written: string[] = []
  const signals = new EventEmitter()
  const host = {
    env,
    exitCode: undefined,
    once: (signal: string, listener: () => void) => signals.once(signal, listener),
    stdout: { write: (text: string) => written.push(text) },
    stderr: { write: (text: string) => written.push(text) }
  }
  const starting: Start = async (config, signal, log) => {
    const running = await start(config, signal, log)
    setImmediate(() => signals.emit('SIGTERM'))
    return running
  }
  await runService({ host, name: 'epj', schema: ServiceConfig, start: starting })
  return { exitCode: host.exitCode, written }
}

test('a service says where it listens on one line', async () => {
  const { written } = await run(async () => ({ url: 'http://127.0.0.1:8080', async [Symbol.asyncDispose]() {} }))
  expect(written.map((line) => ({ ...JSON.parse(line), time: undefined }))).toEqual([
    { level: 'info', service: 'epj', msg: 'listening', url: 'http://127.0.0.1:8080', time: undefined }
  ])
})

test('a service whose starter is gone stops', async () => {
  const stdin = Object.assign(new EventEmitter(), { resume: () => stdin.emit('end') })
  const write = () => true
  const host = { env: { STOP_WITH_STDIN: 'true' }, once: () => undefined, stdin, stdout: { write }, stderr: { write } }
  let isClosed = false
  const start: Start = async () => ({ [Symbol.asyncDispose]: async () => void (isClosed = true) })
  await runService({ host, name: 'epj', schema: ServiceConfig, start })
  expect(isClosed).toBe(true)
})

test('a service that is told to stop ends its work, then closes, without an error', async () => {
  const order: string[] = []
  const { exitCode } = await run(async (_config, signal) => {
    const done = Promise.withResolvers<void>()
    signal.addEventListener('abort', () => {
      order.push('work ended')
      done.resolve()
    })
    return { done: done.promise, [Symbol.asyncDispose]: async () => void order.push('closed') }
  })
  expect([order, exitCode]).toEqual([['work ended', 'closed'], undefined])
})

test('a wrong environment ends with 2 and says what was expected', async () => {
  const { exitCode, written } = await run(() => Promise.reject(new Error('never')), { PROFILE: 'fast' })
  expect(exitCode).toBe(2)
  expect(written.join('')).toMatch(/bulk[\s\S]*PROFILE/)
})

test('a service that cannot start ends with 1 and names the cause', async () => {
  const cause = new Error('no server at 4222')
  const { exitCode, written } = await run(() => Promise.reject(new Error('not connected', { cause })))
  expect(exitCode).toBe(1)
  expect(written.join('')).toContain('Error: not connected <- Error: no server at 4222')
})

test('work that fails stops the service with 1', async () => {
  const { exitCode } = await run(async () => ({
    done: Promise.reject(new Error('the store is full')),
    async [Symbol.asyncDispose]() {}
  }))
  expect(exitCode).toBe(1)
})

test('a wait that the signal cuts short is no failure', async () => {
  const { exitCode } = await run(async (_config, signal) => {
    const done = new Promise<void>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopped early', { cause: signal.reason })))
    })
    return { done, async [Symbol.asyncDispose]() {} }
  })
  expect(exitCode).toBeUndefined()
})
