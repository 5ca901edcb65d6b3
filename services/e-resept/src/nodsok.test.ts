/** The emergency search: a patient without a number at hand is found by birth date and name, for a reason. */
import { birthDateOf, eReseptCs, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, m1, openReseptformidler, parties, patient, question } from './handle.examples.ts'
import { answered, m1WithRefNr, m41 } from './rekvirent.examples.ts'

const nei = eReseptCs('1101', '2')
const [ja, grunn] = [eReseptCs('1101', '1'), eReseptCs('7406', 'I')]
const named = { Fdato: birthDateOf(patient.id), Fornavn: patient.givenName, Etternavn: patient.familyName }
const m91 = (asked: object): Melding => {
  const rest = { AlleResepter: nei, AnsattId: '990000000', InkluderVergeinnsynsreservasjon: nei }
  return question('asks', 'ERM91', payloadOf('M9.1', { ...rest, ...asked }), { from: parties.apotek })
}
/** ReseptIds, or why there are none (list 7407), or the code of the refusal. */
function found(rf: ReturnType<typeof openReseptformidler>, asked: object) {
  const answer = answered(rf.ask(m91(asked)), 'M9.2')
  if (typeof answer === 'string') return answer
  return answer.Status?.V ?? answer.Reseptinfo?.map(({ ReseptId }) => ReseptId)
}

function withOne() {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  return { rf, id: written.envelope.msgId }
}

test('who has forgotten the number is found by birth date and name', () => {
  const { rf, id } = withOne()
  const shouted = { ...named, Fornavn: patient.givenName.toUpperCase(), Arsak: grunn }
  expect([found(rf, { ...named, Arsak: grunn }), found(rf, shouted)]).toEqual([[id], [id]])
})

test.each([
  ['no reason', named, '3'],
  ['a reason that list 7406 does not have', { ...named, Arsak: { V: 'X', DN: 'X' } }, '3'],
  ['no birth date', { ...named, Fdato: undefined, Arsak: grunn }, '3'],
  ['nothing at all', {}, '60'],
  ['another birth date', { ...named, Fdato: '1999-01-01', Arsak: grunn }, '4'],
  ['a day that the calendar does not have', { ...named, Fdato: '1999-02-30', Arsak: grunn }, '4'],
  ['another name', { ...named, Etternavn: 'Ukjent', Arsak: grunn }, '4'],
  ['a number with wrong digits', { Fnr: '00000000000' }, 'X99'],
  ['a reference number with a wrong digit', { RefNr: ['12345678901234'] }, '1']
])('with %s: %s', (_what, asked, code) => {
  expect(found(withOne().rf, asked)).toBe(code)
})

test('nothing of the dead is found', () => {
  const { rf } = withOne()
  rf.tell('dodsfall', { fodselsnummer: patient.id })
  expect(found(rf, { ...named, Arsak: grunn })).toBe('4')
})

test('what is reserved from guardians is shown where it is asked for', () => {
  const rf = openReseptformidler()
  const numbers = answered(rf.ask(m41('one number', 1)), 'M4.2')
  const RefNr = (typeof numbers === 'object' && numbers.RefNr[0]) || ''
  const written = changed(m1WithRefNr('a', RefNr, { isLocked: true }), 'M1', (content) =>
    payloadOf('M1', { ...content, Vergeinnsynsreservasjon: 'true' })
  )
  const { dateOfBirth: _none, ...child } = written.envelope.patient ?? { idents: [] }
  rf.hear({
    ...written,
    envelope: { ...written.envelope, patient: { ...child, idents: [], dateOfBirth: '2006-01-01', sex: '1' } }
  })
  expect([found(rf, { RefNr: [RefNr] }), found(rf, { RefNr: [RefNr], InkluderVergeinnsynsreservasjon: ja })]).toEqual([
    '4',
    [written.envelope.msgId]
  ])
})
