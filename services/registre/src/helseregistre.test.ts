/** What health registers without a published form do with a melding: they say that they do not support it; NPR and KPR answer citizens. */
import { createLandscape, createRng, type Hendelse, meldingOf } from '@budstikka/landscape'
import { contentOf, encodeMelding, type Melding, oidOf, payloadOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import type { Effect } from '@budstikka/service'
import { afterAll, expect, test } from 'vitest'
import { hear } from './hear.ts'
import { hearCitizen, utenMelding } from './helseregistre.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const now = Date.UTC(2021, 5, 1, 10)
const landscape = createLandscape({ year: 2021, seed: 'npr', size: { municipalities: 1 } })
const context = { now, register: landscape }
const patient = landscape.randomPerson(createRng('npr'), { bornFrom: 1950, bornTo: 1990 }).id
const partyOf = (tjeneste: string) => landscape.find(tjeneste)[0]?.herId ?? expect.fail(tjeneste)
const [npr, kpr, helsenorge] = [partyOf('8658-3'), partyOf('8659-K02'), partyOf('8658-4')]
const hospital = landscape.trusts[0]?.somatic ?? expect.fail('a hospital')
const deaths = { told: () => undefined }

const sent = (meldingType: string, { from = helsenorge, to = npr, id = 'h1' } = {}): Melding => {
  const about = { id, at: now, actor: from, counterpart: to, patient, meldingType }
  const hendelse: Hendelse = { ...about, status: 'N', copies: [], variant: 'plain', expectsAnswer: true }
  return meldingOf(hendelse, { register: landscape, person: landscape.person })
}
function effectsOf(melding: Melding, to = npr, role: 'PRIM' | 'COP' = 'PRIM') {
  const came = { type: 'melding', melding, to, role } as const
  return hearCitizen(came, context) ?? hear(utenMelding, deaths, came, context)
}
/** None where the receipt is positive. */
const errorsIn = (effects: readonly Effect<object>[]) =>
  effects.flatMap((effect) =>
    effect.type === 'receipt' ? [(effect.refusal?.errors ?? []).map(({ code, text }) => [code, text])] : []
  )
const answersIn = (effects: readonly Effect<object>[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
function temaOf({ payload }: Melding) {
  const read = contentOf(payload, 'Dialogmelding')
  return read.type === 'content' ? read.content.Notat?.map(({ TemaKodet: { S, V } }) => [S, V]) : read.faults
}

test.each([
  ['DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING', 'R06', kpr],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', 'R03', npr]
])('%s is receipted and answered in its conversation by %s: nothing is registered', (type, code, to) => {
  const asked = sent(type, { to })
  const effects = effectsOf(asked, to)
  const [answer, ...more] = answersIn(effects)
  expect([errorsIn(effects), answer && temaOf(answer), more]).toEqual([[[]], [[oidOf('7606'), code]], []])
  const { msgId } = asked.envelope
  expect(answer?.envelope).toMatchObject({
    type,
    conversation: { refToParent: msgId, refToConversation: msgId },
    patient: { idents: [{ id: patient }] }
  })
})

test.each(['F02', 'F05'])('%s, which its dialogue does not ask, is receipted and not answered', (code) => {
  const TypeForesp = { V: code, S: oidOf('7605'), DN: '' }
  const payload = payloadOf('Dialogmelding', { Foresporsel: [{ TypeForesp }] }, '1.1')
  const effects = effectsOf({ ...sent('DIALOG_INNBYGGER_HREG_MELDE_FEIL'), payload })
  expect([errorsIn(effects), answersIn(effects)]).toEqual([[[]], []])
})

test('a copy receiver answers nobody', () => {
  expect(answersIn(effectsOf(sent('DIALOG_INNBYGGER_HREG_MELDE_FEIL'), npr, 'COP'))).toEqual([])
})

test('who does not speak for citizens is told nothing of one', () => {
  const effects = effectsOf(sent('DIALOG_INNBYGGER_HREG_MELDE_FEIL', { from: hospital }))
  expect([errorsIn(effects), answersIn(effects)]).toEqual([
    [[['X99', 'Bare Digitale innbyggertjenester spør for en innbygger']]],
    []
  ])
})

test('what Norsk pasientregister has no form of is T10, and names what it takes', () => {
  expect(errorsIn(effectsOf(sent('EPIKRISE', { from: hospital })))).toEqual([
    [['T10', 'Registeret tar imot DIALOG_INNBYGGER_HREG_MELDE_FEIL']]
  ])
})

test.each(['8659-4', '8659-2'])('%s takes no melding of any type', (tjeneste) => {
  const to = partyOf(tjeneste)
  expect(errorsIn(effectsOf(sent('SVAR_MBIO', { from: hospital, to }), to))).toEqual([
    [['T10', 'Registeret tar imot ingen meldinger']]
  ])
})

test.skipIf(!judge.isThere)('what is asked and what is answered is valid', () => {
  const toKpr = sent('DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING', { to: kpr })
  const toNpr = sent('DIALOG_INNBYGGER_HREG_MELDE_FEIL')
  const all = [toKpr, toNpr, ...answersIn(effectsOf(toKpr, kpr)), ...answersIn(effectsOf(toNpr))]
  expect(all.map((one) => judge.faultsIn(encodeMelding(one), '/dialog/'))).toEqual([[], [], [], []])
})
