/** Why look-ups of enterprises grow: one record system that polls, and one on the change feed, through the same week. */
import { createLandscape } from '@budstikka/landscape'
import { Party } from '@budstikka/meldinger'
import { createLog, readConfig, registerQuestionSubject } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Config } from './config.ts'
import { start } from './start.ts'

const exchange = memoryExchange()
const bus = exchange.connect('adresseregister')
const stopping = new AbortController()
const config = readConfig(Config, { LANDSCAPE_SEED: 'test', LANDSCAPE_SIZE: '{"municipalities":2}' })
const landscape = createLandscape({ year: 2023, seed: 'test', size: { municipalities: 2 } })
const parties = [...landscape.parties()]
let url = ''

beforeAll(async () => {
  const log = createLog({ service: 'adresseregister', level: 'silent' })
  const running = await start({ bus, store: openMemoryStore(), config, log }, stopping.signal)
  url = running.url ?? ''
  await vi.waitFor(async () => expect((await fetch(`${url}/health/ready`)).status).toBe(200), { timeout: 10_000 })
})
afterAll(() => stopping.abort())

const ask = async (question: 'part' | 'endringer' | 'tall', from: string, body: unknown) =>
  JSON.parse(
    Buffer.from(
      await bus.ask(registerQuestionSubject(question, from), Buffer.from(JSON.stringify(body)), 5_000)
    ).toString()
  )
const rename = (herId: string, name: string) =>
  fetch(`${url}/parter/${herId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name })
  })

/** Looks every party up again each night. */
function polling(from: string) {
  const copy = new Map<string, Party>()
  return {
    copy,
    async night() {
      for (const { herId } of parties) copy.set(herId, Party.parse(await ask('part', from, { herId })))
    }
  }
}

/** Looks every party up once, and then those that the feed says are different. */
function following(from: string) {
  const { copy, night: first } = polling(from)
  let known: number | undefined
  return {
    copy,
    async night() {
      if (known === undefined) await first()
      const { endringer, siste } = await ask('endringer', from, { etter: known ?? 0 })
      if (known !== undefined)
        for (const { herId } of endringer) copy.set(herId, Party.parse(await ask('part', from, { herId })))
      known = siste
    }
  }
}

test('both know the same after a week, and the one that polls has asked seven times as often', async () => {
  const [polls, follows] = [polling('1'), following('2')]
  for (let day = 0; day < 7; day++) {
    const [changed] = parties.slice(day)
    if (day > 0) await rename(changed?.herId ?? '', `Ny på dag ${day}`)
    await polls.night()
    await follows.night()
  }
  expect([...follows.copy]).toEqual([...polls.copy])
  const { spurt } = await ask('tall', '3', {})
  expect(spurt).toMatchObject({ 'virksomhet.1': 7 * parties.length, 'virksomhet.2': parties.length + 6 })
})
