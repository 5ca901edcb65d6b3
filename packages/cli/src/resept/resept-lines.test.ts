/** How a prescription and its patient are told. */
import { expect, test } from 'vitest'
import { Pasient, pasientLines, Resept, reseptLines } from './resept-lines.ts'

const day = (number: number) => Date.UTC(2019, 11, number, 8)
const resept = Resept.parse({
  id: 'r1',
  status: 'E',
  rekvirent: { herId: '103', virksomhet: '903', navn: 'Rolig Fjell', hprNummer: '990000001' },
  forskrevet: day(2),
  utloper: Date.UTC(2020, 11, 3),
  details: { navnFormStyrke: 'Aldrinol Tablett 20 mg', isVergeinnsynReservert: false },
  antall: 1,
  reiterasjon: 2,
  utleveringer: [],
  endret: day(2)
})
const written =
  '  2019-12-02  M1 from 103 (Rolig Fjell, HPR 990000001), valid until 2020-12-02, reiterasjon 2, 1 package each time'
const linesOf = (more: object) => [...reseptLines(Resept.parse({ ...resept, ...more }))]

test('a prescription is told with what became of it, in order of time', () => {
  const nedlasting = { utleverer: '7', m93: 'q1', conversation: 'q0' }
  const utleveringer = [
    { id: 'a', utleverer: '7', at: day(5), antall: 1, isLast: false, annullertAv: 'b' },
    { id: 'c', utleverer: '7', at: day(9), isLast: true }
  ]
  const soknad = { sendt: day(3), utleverer: '7', svar: { at: day(4), isInnvilget: true } }
  expect(linesOf({ status: 'U', utleveringer, soknad, nedlasting, isTilbakekalt: true, arsak: '2' })).toEqual([
    'r1  Under ekspedering  Aldrinol Tablett 20 mg',
    written,
    '  2019-12-03  M14 to SLV, asked for by 7',
    '  2019-12-04  M15 from SLV: granted',
    '  2019-12-05  M10 a from 7, 1 package, annulled by b',
    '  2019-12-09  M10 c from 7, the last',
    '  in hand at 7 by M9.3 q1',
    '  recalled: Seponering, when that ends'
  ])
})

test.each([
  ['T', 'Tilbakekalt', ['  2019-12-06  recalled: Fornying (M5)']],
  ['B', 'Under behandling av SLV', []],
  ['A', 'Avslått søknad fra SLV', []],
  ['R', 'Resept avsluttet', []]
])('state %s has its name of list 7408', (status, name, more) => {
  expect(linesOf({ status, endret: day(6), arsak: '1' })).toEqual([
    `r1  ${name}  Aldrinol Tablett 20 mg`,
    written,
    ...more
  ])
})

test('what binds it stands below its name', () => {
  const ekspAnm = { utleverer: '7', isForAll: true }
  const details = { isVergeinnsynReservert: true }
  expect(linesOf({ isLocked: true, refNr: '12345678901230', isEngangs: true, ekspAnm, details })[1]).toBe(
    '  locked by reference number 12345678901230, reserved from guardians, of group A or B: dispensed once, every dispensing is for 7 (M21)'
  )
})

test('what is known of the patient', () => {
  const multidose = { lege: { registrert: { herId: '103', fra: day(1) } } }
  const pasient = {
    isDod: true,
    isReservert: true,
    blokkerte: ['000000001'],
    abonnent: '103',
    abonnertTil: day(9),
    multidose
  }
  expect([[...pasientLines(Pasient.parse(pasient))], [...pasientLines(Pasient.parse({}))]]).toEqual([
    [
      'dead: nothing is prescribed or handed out',
      'reserved: other prescribers see nothing',
      'blocked: 000000001',
      'M8 goes to 103, until 2019-12-09',
      'multidose doctor: 103, from 2019-12-01'
    ],
    []
  ])
})
