/** What a net pharmacy is told for a customer who has logged in. */
import { encodeMelding, type Melding, payloadOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { answer } from './answer.ts'
import { changed, landscape, m1, m10, m93, openReseptformidler, parties, patient, setup } from './handle.examples.ts'
import { barn, bevisFor, m9na1, m9na3, mor, nettapotek, ungdom } from './nettapotek.examples.ts'
import { answered, m1WithRefNr } from './rekvirent.examples.ts'
import { now } from './resept.examples.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

type Rf = ReturnType<typeof openReseptformidler>
const register = {
  party: (herId: string) => (herId === nettapotek.herId ? nettapotek : landscape.party(herId)),
  find: landscape.find
}
/** Asked by a pharmacy that is on the net. */
function ask(rf: Rf, melding: Melding, known: Pick<typeof landscape, 'party' | 'find'> = register) {
  const to = parties.reseptformidler
  const state = rf.memory.of({ type: 'melding', melding, to, role: 'PRIM' })
  return answer(state, { melding, to, isRepeated: false }, { now, register: known, setup })
}
const forChild = (melding: Melding): Melding => ({
  ...melding,
  envelope: {
    ...melding.envelope,
    patient: { givenName: 'Liten', familyName: 'Elv', idents: [{ id: barn.id, kind: 'FNR' }] }
  }
})

test('a customer sees the own prescriptions, and what was dispensed on one', () => {
  const rf = openReseptformidler()
  const written = m1('a', { dispensings: 2 })
  const { msgId } = written.envelope
  rf.hear(written)
  rf.ask(m93('takes', msgId))
  rf.hear(m10('b', 'a', { dispensings: 2 }))
  expect([
    answered(ask(rf, m9na1('list', { kunde: patient.id })), 'M9NA2'),
    answered(ask(rf, m9na3('one', msgId, { kunde: patient.id })), 'M9NA4')
  ]).toMatchObject([
    {
      Antall: '1',
      Reseptinfo: [{ ReseptId: msgId, Status: { V: 'E' }, Reiterasjon: '1', SisteUtlevering: '2019-12-02' }]
    },
    { ReseptId: msgId, Status: { V: 'E' }, Utlevering: [{ TidspunktSisteUtlevering: new Date(now).toISOString() }] }
  ])
})

test('a parent sees a child’s, but what is reserved from guardians', () => {
  const rf = openReseptformidler()
  const reserved = changed(forChild(m1WithRefNr('b', '12345678901234', { isLocked: true })), 'M1', (content) =>
    payloadOf('M1', { ...content, Vergeinnsynsreservasjon: 'true' })
  )
  for (const melding of [forChild(m1('a')), reserved]) rf.hear(melding)
  expect(answered(ask(rf, m9na1('list', { kunde: mor, gjelder: barn.id })), 'M9NA2')).toMatchObject({ Antall: '1' })
})

test.each([
  ['a pharmacy that is not on the net', landscape, { kunde: patient.id }, '292'],
  ['no proof', register, { kunde: patient.id, bevis: '' }, '282'],
  ['a proof of another', register, { kunde: patient.id, bevis: bevisFor(mor) }, '282'],
  ['a proof of a lower level', register, { kunde: patient.id, bevis: bevisFor(patient.id, '3') }, '282'],
  ['a child who has logged in', register, { kunde: barn.id }, '301'],
  ['somebody for another of full age', register, { kunde: mor, gjelder: patient.id }, '290'],
  ['a parent for one who is 16', register, { kunde: mor, gjelder: ungdom.id }, '290'],
  ['somebody for another’s child', register, { kunde: patient.id, gjelder: barn.id }, '289'],
  ['a number of another kind', register, { kunde: patient.id, kind: 'HNR' }, '285'],
  ['a number that could be real', register, { kunde: '12345678901' }, 'X99']
])('%s is refused', (_what, known, asking, code) => {
  expect(answered(ask(openReseptformidler(), m9na1('list', asking), known), 'M9NA2')).toBe(code)
})

test('that somebody has another number (363) is told to who has proved to be a customer alone', () => {
  const rf = openReseptformidler()
  rf.tell('nytt-nummer', { fra: patient.id, til: mor })
  const { msgId } = m1('a').envelope
  const own = { kunde: patient.id, gjelder: patient.id }
  const code = (asking: typeof own & { readonly bevis?: string }) => [
    answered(ask(rf, m9na1('list', asking)), 'M9NA2'),
    answered(ask(rf, m9na3('one', msgId, asking)), 'M9NA4')
  ]
  expect([code({ ...own, bevis: '' }), code(own)]).toEqual([
    ['282', '282'],
    ['363', '363']
  ])
})

test('another’s prescription is not there', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  expect(answered(ask(rf, m9na3('one', written.envelope.msgId, { kunde: mor })), 'M9NA4')).toBe('1')
})

test.skipIf(!judge.isThere)('what is asked and answered is valid by the official schemas', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  const asked = [m9na1('list', { kunde: patient.id }), m9na3('one', written.envelope.msgId, { kunde: patient.id })]
  const given = asked.flatMap((melding) => {
    const one = ask(rf, melding)
    return one.type === 'answer' ? [one.melding] : []
  })
  expect([...asked, ...given].map((one) => judge.faultsIn(encodeMelding(one), '/eresept/'))).toEqual([[], [], [], []])
})
