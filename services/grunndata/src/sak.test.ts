/** A case that somebody at Folkeregisteret looks at: the feed tells of it first, and nothing changes before it is decided. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { decodeMottatt, encodeDodsfall } from '@budstikka/meldinger'
import { createLog, deathQuestionSubject, readConfig } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Config } from './config.ts'
import { start } from './start.ts'

const size = { municipalities: 1 }
const env = { LANDSCAPE_SEED: 'sak', LANDSCAPE_SIZE: JSON.stringify(size) }
const { id: foedselsnummer } = createLandscape({ year: 2023, seed: 'sak', size }).randomPerson(createRng('sak'))
const now = () => Date.UTC(2023, 5, 1, 12)
const asked = { forespoerselssdato: '2023-06-01', kilde: 'helse', avsendersSaksbehandler: '1234567' }
const innsendingOf = (id: string) => ({
  avsendersMeldingsidentifikator: id,
  avsendersInnsendingstidspunkt: '2023-06-01T12:00:00Z'
})

/** Folkeregisteret, where somebody was told dead and then alive. */
async function annulled(SAKSBEHANDLING: 'straks' | 'venter') {
  const ending = new AbortController()
  const bus = memoryExchange().connect('grunndata')
  const log = createLog({ service: 'grunndata', level: 'silent' })
  const config = readConfig(Config, { ...env, SAKSBEHANDLING })
  const running = await start({ bus, store: openMemoryStore(), log, config, now }, ending.signal)
  const tell = async (question: 'doedsfall_v1' | 'annullering_av_doedsfall_v1', xml: string) => {
    const receipt = decodeMottatt(await bus.ask(deathQuestionSubject(question, '1'), Buffer.from(xml), 1_000))
    return receipt?.type === 'mottatt' ? receipt.referanse : expect.fail('a receipt')
  }
  const ask = async (question: Parameters<typeof deathQuestionSubject>[0], body: unknown): Promise<unknown> => {
    const answer = await bus.ask(deathQuestionSubject(question, '1'), Buffer.from(JSON.stringify(body)), 1_000)
    return JSON.parse(Buffer.from(answer).toString())
  }
  await tell(
    'doedsfall_v1',
    encodeDodsfall({
      type: 'dodsfall',
      melding: {
        innsending: innsendingOf('dead'),
        forespoersel: { ...asked, doedPerson: { foedselsnummer, doedsdato: '2023-05-31' } }
      }
    })
  )
  const levende = { innsending: innsendingOf('alive'), forespoersel: { ...asked, levendePerson: { foedselsnummer } } }
  const referanse = await tell('annullering_av_doedsfall_v1', encodeDodsfall({ type: 'annullering', melding: levende }))
  return {
    referanse,
    url: running.url ?? '',
    decide: (beslutning: string, begrunnelse?: string) => ask('sakbeslutning', { referanse, beslutning, begrunnelse }),
    status: async () =>
      z.object({ status: z.string() }).parse(await ask('person', { identifikasjonsnummer: foedselsnummer })).status,
    feed: () => ask('hendelser', { seq: 2 }),
    async [Symbol.asyncDispose]() {
      ending.abort()
      await running[Symbol.asyncDispose]()
    }
  }
}

const sakOf = (folkeregisterReferanse: string) => ({
  folkeregisterReferanse,
  avsendersMeldingsidentifikator: 'alive'
})
const looked = { sakTilManuellBehandling: { begrunnelse: 'Annullering av dødsfall bekreftes på telefon' } }

test('an annulment is looked at and then approved', async () => {
  await using register = await annulled('straks')
  const sak = sakOf(register.referanse)
  expect([await register.status(), await register.feed()]).toEqual([
    'bosatt',
    [
      { sekvensnummer: 2, ...sak, ...looked },
      { sekvensnummer: 3, ...sak, beslutning: 'godkjent' }
    ]
  ])
})

test('where somebody decides, who was told alive stays dead until they do', async () => {
  await using register = await annulled('venter')
  const sak = sakOf(register.referanse)
  expect([await register.status(), await register.feed()]).toEqual(['doed', [{ sekvensnummer: 2, ...sak, ...looked }]])
  expect([await register.decide('godkjent'), await register.status()]).toEqual([{ beslutning: 'godkjent' }, 'bosatt'])
  expect(await register.decide('godkjent')).toMatchObject({ status: 404 })
})

test('what is turned down changes nobody, and the feed tells why', async () => {
  await using register = await annulled('venter')
  expect(await register.decide('avslaatt', 'Legen har ikke ringt')).toEqual({ beslutning: 'avslaatt' })
  const decided = { beslutning: 'avslaatt', begrunnelse: 'Legen har ikke ringt' }
  expect([await register.status(), await register.feed()]).toEqual([
    'doed',
    [
      { sekvensnummer: 2, ...sakOf(register.referanse), ...looked },
      { sekvensnummer: 3, ...sakOf(register.referanse), ...decided }
    ]
  ])
})

test('an unknown case and another decision are told what was expected, over HTTP', async () => {
  await using register = await annulled('venter')
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json' }
    const url = `${register.url}/folkeregisteret/saker/beslutning`
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    return [response.status, z.object({ detail: z.string() }).parse(await response.json()).detail]
  }
  const { referanse } = register
  expect(await post({ referanse, beslutning: 'registrert' })).toEqual([400, expect.stringContaining('avslaatt')])
  expect(await post({ referanse: '0190a2f4-0000-8000-8000-000000000001', beslutning: 'godkjent' })).toEqual([
    404,
    'expected the reference of a case that waits for somebody'
  ])
})
