/** Adresseregisteret on a real server: filled in time, and a change honoured by everybody within a second. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLandscape } from '@budstikka/landscape'
import { createLog, openRegister, readConfig, registerQuestionSubject, resolveParty } from '@budstikka/service'
import { startNats } from '@budstikka/testing/start-nats'
import { connectJetStream, openSqliteStore } from '@budstikka/transport'
import { expect, test, vi } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

const log = createLog({ service: 'adresseregister', level: 'silent' })
const profile = 'bulk'

/** Starts on a server and answers how long it took until it was ready. */
async function startOn(servers: string, dataDir: string, closing: AsyncDisposableStack) {
  const stopping = new AbortController()
  const store = closing.use(openSqliteStore(join(dataDir, 'adresseregister.db'), { profile }))
  const bus = closing.use(await connectJetStream({ servers, name: 'adresseregister', profile }))
  const began = performance.now()
  const running = closing.use(await start({ bus, store, config: readConfig(Config, {}), log }, stopping.signal))
  closing.defer(() => stopping.abort())
  const isReady = async () => expect((await fetch(`${running.url}/health/ready`)).status).toBe(200)
  await vi.waitFor(isReady, { timeout: 20_000, interval: 20 })
  return { url: running.url ?? '', bus, signal: stopping.signal, readyMs: performance.now() - began }
}

test('a closed service is honoured by every service within a second, and after a restart', async () => {
  await using nats = await startNats()
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-adresseregister-'))
  const [nurses] = createLandscape({ year: 2023, seed: '1' }).find('8663-KP02')
  const herId = nurses?.herId ?? ''
  {
    await using closing = new AsyncDisposableStack()
    const { url, signal, readyMs } = await startOn(nats.url, dataDir, closing)
    // Generous for a machine that does other things too; alone it takes about a second.
    expect(readyMs).toBeLessThan(5_000)
    const epj = closing.use(await connectJetStream({ servers: nats.url, name: 'epj', profile }))
    const register = await openRegister(epj, signal)
    expect(resolveParty(register, herId).type).toBe('open')

    const began = performance.now()
    const request = { method: 'PUT', body: '{"active":false}', headers: { 'content-type': 'application/json' } }
    expect((await fetch(`${url}/parter/${herId}`, request)).status).toBe(200)
    await vi.waitFor(() => expect(resolveParty(register, herId).type).toBe('closed'), { interval: 5 })
    expect(performance.now() - began).toBeLessThan(1_000)

    const question = Buffer.from(JSON.stringify({ herId }))
    const answer = await epj.ask(registerQuestionSubject('part', '1'), question, 5_000)
    expect(JSON.parse(Buffer.from(answer).toString())).toEqual({ ...nurses, active: false })
  }
  await using closing = new AsyncDisposableStack()
  const again = await startOn(nats.url, dataDir, closing)
  const party: unknown = await (await fetch(`${again.url}/parter/${herId}`)).json()
  expect(party).toEqual({ ...nurses, active: false })
  rmSync(dataDir, { recursive: true, force: true })
})
