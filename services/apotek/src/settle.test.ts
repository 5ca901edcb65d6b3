/** What a pharmacy claims of Helfo, and what becomes of it. */
import { fest } from '@budstikka/landscape'
import { contentOf, encodeMelding, type Melding, payloadOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import {
  dayMs,
  fraHelfo,
  gjortOpp,
  nedlastet,
  now,
  openApotek,
  receiptOf,
  resept,
  reseptId,
  sentIn,
  utlevert
} from './apotek.examples.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const m1 = resept()
const hentet = { a: nedlastet(m1), b: nedlastet(m1) }
const kravIn = (melding: Melding | undefined) => {
  const read = melding && contentOf(melding.payload, 'M18')
  return read?.type === 'content' ? read.content : undefined
}
const kroner = (oere: number) => ({ V: (oere / 100).toFixed(2), U: 'NOK' })

/** A pharmacy that has dispensed twice on a blue prescription, and what it claims. */
function claimed() {
  const apotek = openApotek()
  apotek.happens([utlevert('a'), utlevert('b', { at: now + 1, detail: 'x2 siste refusjon' })], hentet)
  const [melding] = sentIn(apotek.happens([gjortOpp('c')]))
  const krav = kravIn(melding)
  return { apotek, melding, krav, oppgjorsNr: krav?.OppgjorsNr ?? '' }
}

test('a claim has a bill for each dispensing, of price less own share, and the prescription with it', () => {
  const { melding, krav } = claimed()
  const vare = krav?.Enkeltregning[0]?.Utlevering.Vare[0]
  const price = Math.round(Number(fest().find(({ varenr }) => varenr === vare?.Nr)?.pris) * 100 * Number(vare?.Antall))
  const share = Math.round(price * 0.39)
  expect(
    krav?.Enkeltregning.map(({ ReseptId, SumRefusjon, Utlevering }) => [
      ReseptId,
      SumRefusjon,
      Utlevering.Pasient.Egenandel.Egenandel,
      Utlevering.Resept?.Avsluttet
    ])
  ).toEqual([
    [reseptId, kroner(price - share), kroner(share), 'false'],
    [reseptId, kroner(price - share), kroner(share), 'true']
  ])
  expect([krav?.AntEnkeltregninger, krav?.RefKrav, krav?.AvsenderDato]).toEqual([
    '2',
    kroner(2 * (price - share)),
    '2019-12-03'
  ])
  expect(melding?.attachments.map(({ base64 }) => Buffer.from(base64, 'base64').toString())).toEqual([
    encodeMelding(m1)
  ])
})

test.skipIf(!judge.isThere)('a claim is valid by the official schema', () => {
  const { melding } = claimed()
  expect(melding && judge.faultsIn(encodeMelding(melding), '/eresept/')).toEqual([])
})

test('what was claimed is not claimed again', () => {
  const { apotek } = claimed()
  expect(apotek.happens([gjortOpp('d', { at: now + 2 * dayMs })])).toEqual([])
})

test('what Reseptformidleren refused is not claimed, nor what was given back, nor what is on a white prescription', () => {
  const refused = openApotek()
  const [report] = sentIn(refused.happens([utlevert('a')], hentet))
  if (report !== undefined) refused.isRefused(report)
  const givenBack = openApotek()
  givenBack.happens([utlevert('a', { detail: 'x2 refusjon avbrutt' })], hentet)
  const white = openApotek()
  white.happens([utlevert('a')], { a: nedlastet() })
  expect([refused, givenBack, white].map((apotek) => apotek.happens([gjortOpp('c')]))).toEqual([[], [], []])
})

test('result and payment are kept with the claim, whichever comes first', () => {
  const { apotek, oppgjorsNr: OppgjorsNr } = claimed()
  const Regning = [{ RegningsNr: '1', Krav: kroner(9_000), Godkjent: kroner(7_000), Status: { V: '3' } }]
  const paid = payloadOf('M23', {
    Utbetalingsnr: '1',
    Utbetalt: kroner(7_000),
    UtbetaltDato: '2019-12-04',
    Oppgjor: [{ OppgjorsNr, Godkjent: kroner(7_000) }]
  })
  const result = payloadOf('M22', { OppgjorsNr, BehandlingDato: '2019-12-03', Regning })
  expect([
    receiptOf(apotek.comes(fraHelfo('ERM23', paid))),
    receiptOf(apotek.comes(fraHelfo('ERM22', result))),
    apotek.krav.stateOf(OppgjorsNr)
  ]).toEqual(['OK', 'OK', { claimed: expect.any(Number), granted: 7_000, paid: 7_000 }])
})

test('a result of what was never claimed is refused', () => {
  const result = payloadOf('M22', {
    OppgjorsNr: '1',
    BehandlingDato: '2019-12-03',
    Regning: [{ RegningsNr: '1', Krav: kroner(1), Godkjent: kroner(1), Status: { V: '2' } }]
  })
  expect(receiptOf(openApotek().comes(fraHelfo('ERM22', result)))).toBe('X99')
})
