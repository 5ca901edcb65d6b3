/** A user's whole journey in a real world: a run that is equal, the same again, and a melding of one's own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Report } from '@budstikka/landscape'
import { syntheticFodselsnummer } from '@budstikka/meldinger'
import { headerNames, meldingSubject, transportId } from '@budstikka/service'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connectBus } from './connect.ts'
import type { Host } from './host.ts'
import { testHost } from './host.examples.ts'
import { run } from './program.ts'
import { findParties } from './send/find-parties.ts'
import { readMelding } from './send/read-melding.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-test-'))
const env = { ...process.env, BUDSTIKKA_WORLD: join(folder, 'world.json'), LOG_LEVEL: 'info' }
/** One month in some four hundred meldinger. */
const small = ['start', '--month', '2', '--only', 'care-messages', '--scale', '1000', '--seed', 'test'] as const

async function runWith(args: readonly string[], given: Partial<Host> = {}) {
  const { host, written, told } = testHost({ env, ...given })
  return { code: await run(args, host), written: written(), told: told() }
}

async function runOnce(name: string, ...more: string[]) {
  const file = join(folder, `${name}.json`)
  const own = { ...env, BUDSTIKKA_WORLD: join(folder, `world-${name}.json`) }
  const { code, told, written } = await runWith([...small, '--once', '--report', file, ...more], { env: own })
  return { code, told, written, report: Report.parse(JSON.parse(readFileSync(file, 'utf8'))) }
}

const stopping = new AbortController()
let world: ReturnType<typeof runWith> | undefined
let first: Awaited<ReturnType<typeof runOnce>>

beforeAll(async () => {
  first = await runOnce('first')
  const { host, written } = testHost({ env, signal: stopping.signal })
  world = run(small, host).then((code) => ({ code, written: written(), told: '' }))
  await vi.waitFor(() => expect(written()).toContain('The world is up'), 60_000)
}, 120_000)

afterAll(() => {
  stopping.abort()
  rmSync(folder, { recursive: true, force: true })
})

test('a run ends with 0, and its books balance', () => {
  expect([first.code, first.told]).toEqual([0, expect.stringContaining('first melding after')])
  expect(first.report.books).toMatchObject({ inFlight: 0, lost: 0, duplicated: 0, dead: 0 })
  expect(first.report.rows.every(({ equal }) => equal)).toBe(true)
  expect(first.report.books.sent).toBeGreaterThan(300)
})

test('the same seed gives the same meldinger, kept in a folder or not', async () => {
  const { report } = await runOnce('second', '--data', join(folder, 'kept'))
  expect(report.hash).toBe(first.report.hash)
})

test('a run that is over goes on to the same books', async () => {
  const { code, report, written } = await runOnce('third', '--data', join(folder, 'kept'), '--json')
  expect([code, report.hash, report.books]).toEqual([0, first.report.hash, first.report.books])
  expect(JSON.parse(written)).toEqual({ report })
})

test('a melding of one’s own is answered OK, and its way can be seen', async () => {
  const file = join(folder, 'innlagt.xml')
  writeFileSync(file, (await runWith(['example', 'LOG_INNLAGT'])).written)
  const sent = await runWith(['send', file])
  expect([sent.code, sent.written]).toEqual([0, expect.stringMatching(/✓ stored .*\n✓ receipt {4}OK from \d+ as PRIM/)])
  const msgId = /<MsgId>([^<]+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  await vi.waitFor(async () => {
    expect(await runWith(['melding', msgId])).toMatchObject({ code: 0, written: expect.stringContaining('delivered') })
  }, 10_000)
  const again = await runWith(['send', file])
  expect([again.code, again.written]).toEqual([0, expect.stringMatching(/✗ sent again .*delivered.*\n✓ stored .*\n$/)])
})

test('a melding about somebody who cannot be known is answered E36, and the answer is no', async () => {
  const file = join(folder, 'poor.xml')
  const { written } = await runWith(['example', 'UTSKRIVNINGSRAPPORT'])
  const patient = /<Patient>.*?<\/Patient>/s.exec(written)?.[0] ?? ''
  const poor = patient.replaceAll(/<(DateOfBirth|Ident)>.*?<\/\1>|<Sex [^>]*>/g, '')
  writeFileSync(file, written.replace(patient, poor))
  const { code, written: answer } = await runWith(['send', file, '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(answer).hops.at(-1)).toMatchObject({
    hop: 'receipt',
    isGood: false,
    text: expect.stringContaining('E36')
  })
  const [, msgId = ''] = /<MsgId>([^<]+)/.exec(written) ?? []
  await vi.waitFor(async () => {
    const { written: way } = await runWith(['melding', msgId])
    expect(way).toContain('E36 Pasientopplysninger er utilstrekkelige')
    // Sent just now, whatever the GenDate.
    expect(way).toContain(`sent      ${new Date().toISOString().slice(0, 10)}`)
  }, 10_000)
})

test('a party is found by its name, with the services of its organisation', async () => {
  const { code, written } = await runWith(['part', 'Bergen kommune', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(written).parties.map((party: { tjeneste: string }) => party.tjeneste)).toContain('8663-KP02')
})

test('an organisation is found by its HER-id of level 1 and by its number, with all of its services', async () => {
  const find = async (asked: string) => JSON.parse((await runWith(['part', asked, '--json'])).written)
  const named = await find('Bergen kommune')
  const [{ herId, organisationNumber }] = named.organisations
  expect([await find(herId), await find(organisationNumber)]).toEqual([named, named])
})

test('nobody such is a no, in words or as JSON, and a name of one letter is too little', async () => {
  const nobody = { code: 1, written: '', told: expect.stringContaining("'9999999999'") }
  expect(await runWith(['part', '9999999999'])).toEqual(nobody)
  const { code, written, told } = await runWith(['part', 'Ingensteds', '--json'])
  expect([code, JSON.parse(written), told]).toEqual([1, expect.objectContaining({ parties: [] }), ''])
  expect(await runWith(['part', 'x'])).toMatchObject({ code: 2, told: expect.stringContaining('at least 2 letters') })
})

test('of whom nothing is kept and nothing is prescribed the answer is no, in words or as JSON', async () => {
  const fnr = syntheticFodselsnummer({ birthDate: '1988-03-02', individualNumber: 973 }) ?? ''
  for (const command of ['kjernejournal', 'resept']) {
    const nothing = expect.stringMatching(/^(budstikka: )?nothing is /)
    expect(await runWith([command, fnr])).toEqual({ code: 1, written: '', told: nothing })
    const { code, written, told } = await runWith([command, fnr, '--json'])
    expect([code, JSON.parse(written), told]).toEqual([1, expect.objectContaining({ error: nothing }), ''])
  }
})

test('the flow matrix counts what was sent', async () => {
  const { written } = await runWith(['flyt', '--csv'])
  const [head, ...rows] = written.trimEnd().split('\n')
  expect(head).toBe('sender,receiver,type,month,sendings,unique,ok,rejected,dead')
  expect(rows.reduce((sum, row) => sum + Number(row.split(',')[4]), 0)).toBeGreaterThanOrEqual(first.report.books.sent)
})

test('a dead letter is listed, shown, dropped, and sent again to an answer', async () => {
  const xml = JSON.parse((await runWith(['example', 'LOG_INNLAGT', '--json'])).written).xml
  const read = readMelding(Buffer.from(xml))
  if (read.type !== 'melding') throw new Error('expected an example that may be sent')
  const { msgId, type: meldingType } = read.envelope
  await using bus = await connectBus({ pid: process.pid, env: {} }, [
    JSON.parse(readFileSync(env.BUDSTIKKA_WORLD, 'utf8')).nats
  ])
  const { sender, receivers } = await findParties(bus, read.envelope)
  const [{ herId: to, tjeneste }] = receivers
  const original = meldingSubject({ tjeneste, to, from: sender.herId, meldingType, partition: 0 })
  const letter = (id: string, body: string) => ({
    subject: 'dead.pleie-omsorg',
    id: `dead.pleie-omsorg.${id}`,
    headers: {
      [headerNames.reason]: 'pleie-omsorg failed: TypeError',
      [headerNames.msgId]: msgId,
      [headerNames.time]: String(Date.parse(read.envelope.genDate)),
      [headerNames.originalId]: id,
      [headerNames.originalSubject]: original
    },
    body: Buffer.from(body)
  })
  await bus.publish([letter(transportId(sender.herId, msgId, to), xml), letter('x', '')])
  const dead = async (...args: string[]) => JSON.parse((await runWith(['dead', ...args, '--json'])).written)
  const [good, empty] = (await dead()).letters
  expect([good.reason, empty.originalSubject]).toEqual(['pleie-omsorg failed: TypeError', original])
  expect((await runWith(['dead'])).written).toMatch(/^resend .*\n^drop /m)
  expect((await runWith(['dead', 'show', String(good.position), '--xml'])).written).toBe(xml)
  expect((await dead('resend', '--all')).resent).toEqual([
    { number: good.position },
    { number: empty.position, error: expect.stringContaining('it never left') }
  ])
  await vi.waitFor(async () => {
    const { legs } = JSON.parse((await runWith(['melding', msgId, '--json'])).written)
    expect(legs.map(({ status }: { status: string }) => status)).toEqual(['delivered'])
  }, 10_000)
  expect(await dead('drop', String(empty.position))).toEqual({ dropped: [empty.position] })
  expect(await runWith(['dead'])).toEqual({ code: 0, written: 'No dead letters.\n', told: '' })
  expect(await runWith(['dead', 'drop', '1'])).toMatchObject({ code: 2, told: expect.stringContaining('number 1') })
  expect(await runWith(['dead', 'drop'])).toMatchObject({ code: 2, told: expect.stringContaining('or --all') })
})

test('Ctrl-C stops the world, and nothing of it is left', async () => {
  const { pid, nats } = JSON.parse(readFileSync(env.BUDSTIKKA_WORLD, 'utf8'))
  expect(pid).toBe(process.pid)
  stopping.abort()
  expect((await world)?.code).toBe(0)
  expect((await runWith(['part', '17', '--nats', nats])).told).toContain('nobody answers')
})
