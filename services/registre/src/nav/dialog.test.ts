/** NAV's dialogue with doctors: what it asks, what it is answered, and what it rejects of what they write. */
import { answerOwed, meldingOf } from '@budstikka/landscape'
import { contentOf, encodeMelding, type Melding, oidOf, payloadOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { actor as doctor, counterpart as office, landscape, now, open, sent } from '../nav-and-helfo.examples.ts'
import { act } from './act.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const world = { register: landscape, person: landscape.person }
const asked = { actor: office, counterpart: doctor }
const ask = (detail: string, id = 'h1') => sent('DIALOG_FORESPORSEL', { ...asked, detail, id })

function answered(question: Melding): Melding | undefined {
  const [from, to] = [landscape.party(doctor), landscape.party(office)]
  return from && to && answerOwed(question, { from, to, now })
}
const temaIn = (melding: Melding | undefined) => {
  const read = melding && contentOf(melding.payload, 'Dialogmelding')
  const tema = read?.type === 'content' ? read.content.Notat?.[0]?.TemaKodet : undefined
  return tema && `${tema.S?.split('.').at(-1)}:${tema.V}`
}

test.each([
  ['tilleggsopplysninger', '8129', '1', ['DIALOG_SVAR', '9069:5']],
  ['legeerklaring', '8129', '1', ['LEGEERKL', undefined]],
  ['paaminnelse', '8129', '2', ['DIALOG_SVAR', '9069:5']],
  ['avventer', '8129', '1', [undefined, undefined]]
])('NAV asks for %s by list %s code %s, and is answered by %j, which it takes', (detail, list, code, wanted) => {
  const question = ask(detail)
  expect(question.payload.content).toMatchObject({ Foresporsel: [{ TypeForesp: { S: oidOf(list), V: code } }] })
  const answer = answered(question)
  expect([answer?.envelope.type, temaIn(answer)]).toEqual(wanted)
  if (answer !== undefined) {
    const { msgId } = question.envelope
    expect(answer.envelope.conversation).toEqual({ refToParent: msgId, refToConversation: msgId })
    expect(open().send(answer)).toEqual(['OK'])
  }
})

test('a doctor who is called to a meeting says yes, or no, or wants another time (list 8126)', () => {
  const answers = Array.from({ length: 60 }, (_, i) => answered(ask('dialogmote', `m${i}`)))
  expect(new Set(answers.map(temaIn))).toEqual(new Set(['8126:1', '8126:2', '8126:3']))
  expect(answers.flatMap((answer) => (answer ? open().send(answer) : []))).toEqual(answers.map(() => 'OK'))
})

test.skipIf(!judge.isThere)('all that NAV and doctors write to each other is valid by the official schemas', () => {
  const questions = ['tilleggsopplysninger', 'legeerklaring', 'avventer', 'paaminnelse', 'dialogmote'].map((detail) =>
    ask(detail)
  )
  const notes = ['3', '8'].map((detail) => sent('DIALOG_NOTAT', { ...asked, detail }))
  const answers = questions.flatMap((question) => answered(question) ?? [])
  const all = [...questions, ...notes, ...answers, sent('DIALOG_NOTAT', { detail: 'nav' })]
  expect(answers.length).toBe(4)
  const faults = all.flatMap((melding) => judge.faultsIn(encodeMelding(melding), namespaceOf(melding)))
  expect(faults).toEqual([])
})
const namespaceOf = ({ envelope: { type } }: Melding) =>
  type === 'LEGEERKL'
    ? 'http://www.kith.no/xmlstds/legeerklaring/2008-06-06'
    : 'http://www.kith.no/xmlstds/dialog/2006-10-11'

test('NAV sends what happens to it, and nothing of what happens to others', () => {
  const common = { at: now, patient: landscape.randomPerson(() => 0.5).id, meldingType: 'DIALOG_NOTAT' }
  const hendelser = [
    { id: 'a', ...asked, ...common, detail: '8' },
    { id: 'b', actor: doctor, counterpart: office, ...common, detail: 'nav' }
  ]
  const effects = act({ hendelser }, world)
  const [first] = hendelser
  expect(effects.map((effect) => (effect.type === 'send' ? effect.melding : undefined))).toEqual([
    first && meldingOf({ status: 'N', copies: [], variant: 'plain', expectsAnswer: false, ...first }, world)
  ])
})

const note = (changes: Readonly<Record<string, unknown>>, id = 'h1'): Melding => {
  const plain = { TemaKodet: { V: '1', S: oidOf('8128'), DN: 'Henvendelse' }, TekstNotatInnhold: { children: ['Hei'] } }
  const Notat = [{ ...plain, ...changes }]
  return { ...sent('DIALOG_NOTAT', { detail: 'nav', id }), payload: payloadOf('Dialogmelding', { Notat }, '1.0') }
}
test.each([
  [
    'of a list that NAV does not take',
    { TemaKodet: { V: '1', S: oidOf('7321'), DN: 'Notat' } },
    /kodeverk kombinasjon/
  ],
  [
    'of a code that list 8128 does not have',
    { TemaKodet: { V: '3', S: oidOf('8128'), DN: 'x' } },
    /kodeverk kombinasjon/
  ],
  ['without text', { TekstNotatInnhold: { children: [' '] } }, /meldingstekst \(tekstNotatInnhold\) mangler/]
])('a note %s is rejected', (_what, changes, text) => {
  expect(open().send(note(changes))[0]).toMatch(text)
})

test('a note that comes again under another id is rejected', () => {
  const register = open()
  expect([register.send(note({})), register.send(note({}, 'h2'))]).toEqual([
    ['OK'],
    ['Duplikat! - Denne dialogmeldingen er mottatt tidligere. Skal ikke sendes på nytt.']
  ])
})
