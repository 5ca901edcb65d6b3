/** Which test results a person has, as they happen, and who may see them: in a visit and over HTTP. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { createLog, openUtsteder, readConfig } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { Config } from '../config.ts'
import { openClaims } from '../helfo/claims.ts'
import { registre } from '../service.ts'
import { start } from '../start.ts'
import { openBesokende } from './besokende.ts'
import { openFullmakter } from './fullmakter.ts'
import { openInnsyn } from './innsyn.ts'
import { openProvesvar } from './provesvar.ts'

const size = { municipalities: 1 }
const landscape = createLandscape({ year: 2021, seed: 'p', size })
const rng = createRng('provesvar')
const grown = () => landscape.randomPerson(rng, { bornFrom: 1960, bornTo: 1990 }).id
const [patient, other] = [grown(), grown()]
const lab = landscape.party(landscape.trusts[0]?.laboratorium ?? '') ?? expect.fail('a laboratory')
const at = Date.UTC(2021, 5, 1, 10)
const hour = 3_600_000
const partyOf = (herId: string) => landscape.party(herId)

const told = (id: string, more: object = {}) => ({
  id,
  at,
  actor: lab.herId,
  patient,
  meldingType: 'SVAR_LAB',
  ...more
})
function after(...hendelser: readonly object[]) {
  const provesvar = openProvesvar(openMemoryStore())
  for (const one of hendelser) provesvar.hear({ hendelser: [one] }, partyOf)
  return provesvar.of(patient)
}
const svar = (more: object = {}) => ({ at, type: 'SVAR_LAB', status: 'F', laboratorium: lab.name, ...more })

test('answers are known newest first, each by whom and what it is, and nothing else is', () => {
  const image = told('b', { at: at + hour, meldingType: 'SVAR_RTG' })
  expect(after(told('a'), image, told('c', { meldingType: 'EPIKRISE' }))).toEqual([
    svar({ at: at + hour, type: 'SVAR_RTG' }),
    svar()
  ])
})

test('an answer of the oldest format is one of a laboratory', () => {
  expect(after(told('a', { meldingType: 'S' }), told('b', { meldingType: 'E' }))).toEqual([svar()])
})

test('a final answer takes the place of the preliminary one, and a cancelled one is gone', () => {
  const preliminary = told('a', { first: 'asked', detail: 'P' })
  const final = told('b', { first: 'asked', at: at + hour })
  expect([
    after(preliminary),
    after(preliminary, final),
    after(final, told('c', { first: 'asked', status: 'C' }))
  ]).toEqual([[svar({ status: 'P' })], [svar({ at: at + hour })], []])
})

test('a supplement stands beside the final answer, and both are gone with it', () => {
  const final = told('a', { first: 'asked' })
  const supplement = told('b', { first: 'asked', at: at + hour, status: 'A', detail: 'A' })
  const both = [svar({ at: at + hour, status: 'A' }), svar()]
  const cancelled = told('c', { first: 'asked', status: 'C' })
  expect([after(final, supplement), after(final, supplement, supplement), after(final, supplement, cancelled)]).toEqual(
    [both, both, []]
  )
})

test('nothing is kept of who could be a real person, nor of whose last answer is gone', () => {
  const store = openMemoryStore()
  const provesvar = openProvesvar(store)
  const real = told('a', { patient: '0'.repeat(11) })
  provesvar.hear({ hendelser: [real, told('b'), told('c', { first: 'b', status: 'C' })] }, partyOf)
  expect(store.table('provesvar').count()).toBe(0)
})

test('answers follow a person to another number, beside those that stand there', () => {
  const store = openMemoryStore()
  const provesvar = openProvesvar(store)
  provesvar.hear({ hendelser: [told('a'), told('b', { at: at + hour, patient: other })] }, partyOf)
  provesvar.move({ fra: patient, til: other })
  expect([provesvar.of(other), provesvar.of(patient), store.table('provesvar').count()]).toEqual([
    [svar({ at: at + hour }), svar()],
    [],
    1
  ])
})

test('registre hears of another number, and moves what it has', () => {
  const provesvar = openProvesvar(openMemoryStore())
  provesvar.hear({ hendelser: [told('a')] }, partyOf)
  const nobody = () => expect.fail('nobody is asked')
  const { hears, handle, initial } = registre({
    registers: [],
    deaths: { told: nobody },
    claims: openClaims(openMemoryStore()),
    reiser: { comeTo: nobody },
    provesvar,
    person: nobody
  })
  const event = { type: 'event', name: 'nytt-nummer', id: 'e', data: { fra: patient, til: other } } as const
  expect(hears.events).toContain(event.name)
  expect(handle(initial, event, { now: at, register: landscape })).toEqual([])
  expect([provesvar.of(patient), provesvar.of(other)]).toEqual([[], [svar()]])
})

test('the same told again is the same answer', () => {
  expect(after(told('a'), told('a'))).toEqual([svar()])
})

test('a visit to test results counts as one, and as a look at the own', async () => {
  const store = openMemoryStore()
  const bus = memoryExchange().connect('registre')
  const asked: string[] = []
  const provesvar = { of: (id: string) => (asked.push(id), []) }
  const herIds = { kjernejournal: '1', helsenorge: '2' }
  const innsyn = openInnsyn({ bus, store, provesvar }, openUtsteder(undefined), herIds, new AbortController().signal)
  const fullmakter = openFullmakter(store, () => 40)
  const rett = (innlogget: string, gjelder: string) => (innlogget === gjelder ? ('selv' as const) : undefined)
  const visitors = openBesokende(store, { fullmakter, innsyn, rett })
  const look = { at: at + 60_000, besokende: patient, handling: 'provesvar' } as const
  const aktivitet = [{ at, besokende: patient, handling: 'innlogging' as const }, look, { ...look, gjelder: other }]
  expect(visitors.take({ kjoring: 'k', nummer: 0, aktivitet })).toEqual({ avvist: 1 })
  await innsyn.fetch()
  expect([visitors.tall(), innsyn.tall(), asked]).toEqual([
    { besok: 1, innlogging: 1, 'tjeneste.provesvar': 1 },
    { 'provesvar.selv': 1 },
    [patient]
  ])
})

test('who has logged in sees the own over HTTP, and no other’s', async () => {
  const ending = new AbortController()
  const env = { LANDSCAPE_YEAR: '2021', LANDSCAPE_SEED: 'p', LANDSCAPE_SIZE: JSON.stringify(size) }
  const store = openMemoryStore()
  openProvesvar(store).hear({ hendelser: [told('a')] }, partyOf)
  const ports = { bus: memoryExchange().connect('registre'), store }
  const log = createLog({ service: 'registre', level: 'silent' })
  const running = await start(readConfig(Config, env), { ...ports, log }, ending.signal)
  const ask = async (token: string, gjelder?: string) => {
    const response = await fetch(`${running.url}/helsenorge/provesvar`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ gjelder })
    })
    return [response.status, await response.json()]
  }
  const { innlogget } = openUtsteder(undefined)
  expect(await ask(innlogget(patient))).toEqual([200, { provesvar: [svar()] }])
  expect(await ask(innlogget(other), patient)).toMatchObject([403, {}])
  expect(await ask('no token')).toMatchObject([401, {}])
  ending.abort()
  await running.done?.catch(() => undefined)
  await running[Symbol.asyncDispose]()
})
