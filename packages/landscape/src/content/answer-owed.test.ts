/** Which answer a melding is owed, and that it refers to what it answers. */
import { type Melding, oidOf, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Hendelse } from '../hendelse.ts'
import { createRng } from '../random.ts'
import { hendelser } from '../hendelser.ts'
import { scaledPlan } from '../plan.ts'
import { answerOwed } from './answer-owed.ts'
import { at, hendelseOf, landscape, world } from './content.examples.ts'
import { meldingOf } from './melding-of-hendelse.ts'

function answerOf(hendelse: Hendelse, asked: Melding = meldingOf(hendelse, world)): Melding | undefined {
  const [from, to] = [landscape.party(hendelse.counterpart), landscape.party(hendelse.actor)]
  if (from === undefined || to === undefined) throw new Error('expected both parties in the landscape')
  return answerOwed(asked, { from, to, now: hendelse.at })
}

test('an admission is answered by a report that refers to it', () => {
  const admission = meldingOf(hendelseOf({ meldingType: 'LOG_INNLAGT' }), world)
  const answer = answerOf(hendelseOf({ meldingType: 'LOG_INNLAGT' }))?.envelope
  const { msgId, sender, receiver, patient } = admission.envelope
  expect(answer).toMatchObject({ type: 'INNLEGGELSESRAPPORT', sender: receiver, receiver: sender, patient })
  expect(answer?.conversation).toEqual({ refToConversation: msgId, refToParent: msgId })
})

test('an answer comes later than what it answers, and always at the same time', () => {
  const hendelse = hendelseOf({ meldingType: 'LOG_INNLAGT' })
  const genDate = answerOf(hendelse)?.envelope.genDate ?? ''
  expect(Date.parse(genDate)).toBeGreaterThan(at)
  expect(answerOf(hendelse)).toEqual(answerOf(hendelse))
})

test('a wish for assessment (9137 code 3) is answered and a status (code 2) is not', () => {
  const answers = ['3', '2'].map((detail) => answerOf(hendelseOf({ meldingType: 'HELSEOPPLYSNINGER_LEGE', detail })))
  expect(answers.map((answer) => answer?.envelope.type)).toEqual(['MEDISINSKE_OPPLYSNINGER', undefined])
})

test('a question is repeated in its answer', () => {
  const hendelse = hendelseOf({ meldingType: 'DIALOG_FORESPORSEL', detail: '4' })
  const asked = meldingOf(hendelse, world)
  const question = { TypeForesp: { V: '4', S: '2.16.578.1.12.4.1.1.9152', DN: 'Legemiddelopplysninger' } }
  expect(asked.payload.content).toMatchObject({ Foresporsel: [question] })
  expect(answerOf(hendelse, asked)?.payload.content).toMatchObject({ Notat: [{ Foresporsel: question }] })
})

test.each([
  ['DIALOG_INNBYGGER_EKONTAKT', 'HE', ['19']],
  ['DIALOG_INNBYGGER_EKONSULTASJON', 'SB', ['12']],
  ['DIALOG_INNBYGGER_RESEPTFORNYELSE', 'RF', ['14', '15']],
  ['DIALOG_INNBYGGER_TIMEONSKE', 'OT', ['05', '06']],
  ['DIALOG_INNBYGGER_TIMEONSKE', 'OAT', ['08', '09']],
  ['DIALOG_INNBYGGER_TIMERESERVASJON', 'HLT', ['03', '04']],
  ['DIALOG_INNBYGGER_TIMERESERVASJON', 'RT', ['05', '26']],
  ['DIALOG_INNBYGGER_TIMERESERVASJON', 'HBT', ['01', '02']],
  ['DIALOG_INNBYGGER_TIMER', 'OET', ['07', '34']],
  ['DIALOG_INNBYGGER_TIMER', 'OAB', ['35', '36']]
])('%s asks by %s of list 7601, and is answered by one of %j of list 7602', (meldingType, code, wanted) => {
  const asked = Array.from({ length: 40 }, (_, i) => hendelseOf({ meldingType, detail: code, id: `innbygger-${i}` }))
  const questions = asked.map((hendelse) => meldingOf(hendelse, world).payload.content)
  const TypeForesp = { V: code, S: '2.16.578.1.12.4.1.1.7601' }
  for (const content of questions) expect(content).toMatchObject({ Foresporsel: [{ TypeForesp }] })
  const Answer = z.object({ Notat: z.tuple([z.object({ TemaKodet: z.object({ V: z.string(), S: z.string() }) })]) })
  const codes = asked.map((hendelse) => Answer.parse(answerOf(hendelse)?.payload.content).Notat[0].TemaKodet)
  expect(new Set(codes.map(({ S }) => S))).toEqual(new Set(['2.16.578.1.12.4.1.1.7602']))
  expect(new Set(codes.map(({ V }) => V))).toEqual(new Set(wanted))
})

test.each([
  ['DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING', 'F02', 'R06'],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', 'F04', 'R03']
])('%s asks by %s of list 7605, and is answered by %s of list 7606', (meldingType, asked, answered) => {
  const hendelse = hendelseOf({ meldingType })
  expect([meldingOf(hendelse, world), answerOf(hendelse)].map((one) => one?.payload.content)).toMatchObject([
    { Foresporsel: [{ TypeForesp: { V: asked, S: '2.16.578.1.12.4.1.1.7605' } }] },
    { Notat: [{ TemaKodet: { V: answered, S: '2.16.578.1.12.4.1.1.7606' } }] }
  ])
})

test.each([
  ['DIALOG_INNBYGGER_EKONTAKT', '7601', 'OT'],
  ['DIALOG_INNBYGGER_EKONTAKT', '7605', 'F02'],
  ['DIALOG_INNBYGGER_HREG_MELDE_FEIL', '7605', 'F02']
])('%s is not answered when it asks what another dialogue asks, %s %s', (meldingType, list, code) => {
  const hendelse = hendelseOf({ meldingType })
  const TypeForesp = { V: code, S: oidOf(list), DN: '' }
  const payload = payloadOf('Dialogmelding', { Foresporsel: [{ TypeForesp }] }, '1.1')
  expect(answerOf(hendelse, { ...meldingOf(hendelse, world), payload })).toBeUndefined()
})

test.each(['M', 'C'] as const)('a melding of status %s is not answered', (status) => {
  expect(answerOf(hendelseOf({ meldingType: 'LOG_INNLAGT', status }))).toBeUndefined()
})

test('a year is answered as often as its happenings expect, but for those that were cancelled before they came', () => {
  const plan = scaledPlan(2021, { scale: 20_000, systems: ['care-messages'] })
  const cancelled = new Set<string>()
  for (const hendelse of [...hendelser({ landscape, plan, seed: String(createRng('year')()) })].flat()) {
    if (hendelse.status === 'C') cancelled.add(hendelse.previous ?? '')
    const isAnswered = answerOf(hendelse) !== undefined && !cancelled.has(hendelse.id)
    expect([hendelse.meldingType, isAnswered]).toEqual([hendelse.meldingType, hendelse.expectsAnswer])
  }
})
