/** A service as a process: known by its log line, started again when it dies, stopped when told to. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { startService } from './service-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A service as small as can be. */
const script = `
  const server = require('node:http').createServer((_request, response) => response.end())
  server.listen(Number(process.env.HTTP_PORT), '127.0.0.1', () => {
    const url = 'http://127.0.0.1:' + server.address().port
    console.log(JSON.stringify({ msg: 'listening', url }))
  })
  process.once('SIGTERM', () => server.close())`

function start(text: string, name: string) {
  const told: string[] = []
  const { PATH } = process.env
  const service = startService({
    name,
    command: [process.execPath, '-e', text],
    env: { PATH, HTTP_PORT: '0' },
    logFile: join(folder, `${name}.log`),
    tell: (line) => void told.push(line)
  })
  return { service, told }
}

test('a service is ready when its health answers, and its log is kept', async () => {
  const { service } = start(script, 'one')
  const url = await service.ready()
  expect((await fetch(url)).ok).toBe(true)
  await service.stop()
  await expect(fetch(url)).rejects.toThrow()
  expect(readFileSync(join(folder, 'one.log'), 'utf8')).toContain(url)
})

test('a service that is killed comes up again at the same address', async () => {
  const { service, told } = start(script, 'two')
  const url = await service.ready()
  const { pid } = service
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(async () => expect([(await fetch(url)).ok, service.pid === pid]).toEqual([true, false]), 10_000)
  await service.stop()
  expect(told).toEqual([expect.stringContaining('two ended (SIGKILL), starting it again in 200 ms')])
})
