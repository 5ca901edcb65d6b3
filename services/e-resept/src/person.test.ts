/** A death or a reservation that is told elsewhere counts here too. */
import type { Melding } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { m1, m10, m91, m93, openReseptformidler, parties, patient, receiptOf, sentIn } from './handle.examples.ts'
import { m911 } from './multidose.examples.ts'
import { answered, m95, m97 } from './rekvirent.examples.ts'
import { hprNummer } from './rules.ts'

type Reseptformidler = ReturnType<typeof openReseptformidler>
const id = ({ envelope }: Melding) => envelope.msgId
const own = { Fnr: patient.id }
const dies = (rf: Reseptformidler, annullert = false) => rf.tell('dodsfall', { fodselsnummer: patient.id, annullert })
const reserves = (rf: Reseptformidler, endring: string, part = 'KJ') =>
  rf.tell('personvern', { fodselsnummer: patient.id, endring, part })
const taken = (rf: Reseptformidler, written: Melding) => {
  const given = rf.ask(m93('takes', id(written)))
  return given.type === 'answer' ? 'M9.4' : given.refusal?.errors[0]?.code
}
/** ReseptIds that a prescriber sees. */
const seenBy = (rf: Reseptformidler, from: string) => {
  const answer = answered(rf.ask(m95(`asks ${from}`, own, { from })), 'M9.6')
  if (typeof answer === 'string' || !('Pasientreservasjon' in answer)) return answer
  return [answer.Pasientreservasjon, answer.Listeelement?.map(({ ReseptId }) => ReseptId)]
}

test('to a dead patient nothing is handed out or prescribed', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  dies(rf)
  expect([answered(rf.ask(m91('asks')), 'M9.2'), taken(rf, written), receiptOf(rf.hear(m1('b')))]).toEqual([
    { Status: { V: '4', DN: 'Ingen resept på dette søk' }, Reseptinfo: [], Multidosebruker: [] },
    '330',
    '330'
  ])
})

test('what was in hand when the patient died is reported all the same', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  taken(rf, written)
  dies(rf)
  expect(receiptOf(rf.hear(m10('b', 'a', { detail: 'siste' })))).toBe('OK')
})

test('a death that was told in error is none', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  dies(rf)
  dies(rf, true)
  expect(taken(rf, written)).toBe('M9.4')
})

test('of a patient who has reserved, a prescriber sees what he wrote himself', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  reserves(rf, 'RES')
  expect([seenBy(rf, parties.fastlege), seenBy(rf, parties.annenFastlege)]).toEqual([
    ['true', [id(written)]],
    ['true', undefined]
  ])
  const dispensed = (from: string) => answered(rf.ask(m97(`asks ${from}`, id(written), { from })), 'M9.8')
  expect([dispensed(parties.fastlege), dispensed(parties.annenFastlege)]).toEqual([
    { AntallUtleveringer: '0' },
    { Pasientreservasjon: 'true' }
  ])
  reserves(rf, 'IRES')
  expect(dispensed(parties.annenFastlege)).toEqual({ AntallUtleveringer: '0' })
})

test('a fastlege who subscribes is not told of a patient who has reserved, while kjernejournal is', () => {
  const rf = openReseptformidler()
  const written = m1('a', { from: parties.sykehus })
  rf.hear(written)
  rf.subscribe(written, parties.fastlege)
  reserves(rf, 'RES')
  taken(rf, written)
  const told = sentIn(rf.hear(m10('b', 'a'))).map(({ envelope }) => envelope.type)
  expect(told).toEqual(['ERM6', 'ERM81'])
})

test('whom a patient has blocked sees nothing, but what came of one’s own prescriptions', () => {
  const rf = openReseptformidler()
  const [written, others] = [m1('a'), m1('b', { from: parties.annenFastlege })]
  rf.hear(written)
  rf.hear(others)
  const codes = (when: string) =>
    [
      m95(`${when} list`, own, { from: parties.fastlege }),
      m97(`${when} own`, id(written), { from: parties.fastlege }),
      m97(`${when} other`, id(others), { from: parties.fastlege }),
      m911(`${when} medicines`, { from: parties.fastlege }),
      m95(`${when} not blocked`, own, { from: parties.annenFastlege })
    ].map((asked) => {
      const given = rf.ask(asked)
      return given.type === 'answer' ? given.melding.envelope.type : given.refusal?.errors[0]?.code
    })
  const helseperson = hprNummer(written.envelope)
  const limits = (endring: string) =>
    rf.tell('personvern', { fodselsnummer: patient.id, part: 'KJ', endring, helseperson })
  limits('TBO')
  expect(codes('blocked')).toEqual(['358', 'ERM98', '364', '364', 'ERM96'])
  limits('TBF')
  expect(codes('open')).toEqual(['ERM96', 'ERM98', 'ERM98', 'ERM912', 'ERM96'])
})

test('a reservation in another register, and what is told of somebody who could be real, change nothing', () => {
  const rf = openReseptformidler()
  rf.hear(m1('a'))
  reserves(rf, 'RES', 'HUNT')
  rf.tell('dodsfall', { fodselsnummer: `${patient.id.slice(0, 10)}0` })
  rf.tell('dodsfall', { msgId: 'a death without a number' })
  expect(seenBy(rf, parties.annenFastlege)).toMatchObject({ Listeelement: [{ Status: { V: 'E' } }] })
})
