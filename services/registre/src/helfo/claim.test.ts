/** What Helfo answers a pharmacy's claim: a receipt, the result, and the payment. */
import { contentOf, herIdOf, type Melding } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { another, apotek, bill, claim, kroner, now, openHelfo, receiptOf, resept, sentIn } from './claim.examples.ts'

const resultOf = (sent: readonly Melding[]) => {
  const [melding] = sent.filter(({ envelope }) => envelope.type === 'ERM22')
  const read = melding && contentOf(melding.payload, 'M22')
  return read?.type === 'content'
    ? read.content.Regning.map(({ RegningsNr, Godkjent, Status, Merknad }) => [
        RegningsNr,
        Status.V,
        Godkjent.V,
        ...(Merknad ?? [])
      ])
    : undefined
}

test('what is claimed rightly is granted, and paid the day after', () => {
  const sent = openHelfo()(claim('1', [bill('a'), bill('b')]))
  expect([receiptOf(sent), resultOf(sentIn(sent))]).toEqual([
    'OK',
    [
      ['a', '2', '61.00'],
      ['b', '2', '61.00']
    ]
  ])
  const [, payment] = sentIn(sent)
  expect(payment && [herIdOf(payment.envelope.receiver), payment.envelope.genDate]).toEqual([
    apotek.herId,
    new Date(now + 4 * 3_600_000).toISOString()
  ])
  expect(payment && contentOf(payment.payload, 'M23')).toEqual({
    type: 'content',
    content: {
      Utbetalingsnr: '1',
      Utbetalt: kroner('122.00'),
      UtbetaltDato: '2019-12-03',
      Oppgjor: [{ OppgjorsNr: '1', Godkjent: kroner('122.00') }]
    }
  })
})

test('a bill of more than price less own share is cut to that', () => {
  const sent = sentIn(openHelfo()(claim('1', [bill('a', { SumRefusjon: kroner('90.00') })])))
  expect(resultOf(sent)).toEqual([['a', '3', '61.00', 'Kravet er høyere enn pris minus egenandel']])
})

test('a bill is refused without its prescription, for another patient, and by another legal basis', () => {
  const { Utlevering } = bill('')
  const somebodyElse = { ...Utlevering.Pasient, Ident: { Id: another, TypeId: { V: 'FNR' } } }
  const sent = sentIn(
    openHelfo()(
      claim('1', [
        bill('a', { ReseptId: 'unknown' }),
        bill('b', { Utlevering: { ...Utlevering, Pasient: somebodyElse } }),
        bill('c', { Utlevering: { ...Utlevering, Hjemmel: { RefHjemmel: { V: '400' } } } })
      ])
    )
  )
  expect(resultOf(sent)).toEqual([
    ['a', '1', '0.00', 'Resepten er ikke vedlagt'],
    ['b', '1', '0.00', 'Pasienten er en annen enn reseptens'],
    ['c', '1', '0.00', 'Refusjonshjemmelen er en annen enn reseptens']
  ])
  // Nothing granted, nothing paid.
  expect(sent.map(({ envelope }) => envelope.type)).toEqual(['ERM22'])
})

test.each([
  ['no number', claim(' ', [bill('a')]), '1'],
  ['a date to come', claim('1', [bill('a')], { AvsenderDato: '2019-12-03' }), '3'],
  ['one number on two bills', claim('1', [bill('a'), bill('a')]), '6'],
  ['a sum that is not that of its bills', claim('1', [bill('a')], { RefKrav: kroner('60.00') }), 'X99'],
  ['a number of bills that is not theirs', claim('1', [bill('a')], { AntEnkeltregninger: '2' }), 'X99'],
  ['two faults at once', claim(' ', [bill('a'), bill('a')]), '1,6']
])('a claim with %s is refused as a whole', (_what, came, codes) => {
  const effects = openHelfo()(came)
  expect([receiptOf(effects), sentIn(effects)]).toEqual([codes, []])
})

test('an organisation number that is another’s, or nobody’s, is refused', () => {
  const withNumber = (id: string): Melding => {
    const came = claim('1', [bill('a')])
    const [, her] = came.envelope.sender.organisation.idents
    const idents = [{ id, kind: 'ENH' }, ...(her ? [her] : [])]
    return { ...came, envelope: { ...came.envelope, sender: { organisation: { name: 'Fjell apotek', idents } } } }
  }
  expect([receiptOf(openHelfo()(withNumber('999999999'))), receiptOf(openHelfo()(withNumber('123')))]).toEqual([
    '5',
    '4,5'
  ])
})

test('a number is used once; one whose claim was refused can be used again', () => {
  const helfo = openHelfo()
  const wrong = claim('1', [bill('a')], { RefKrav: kroner('1.00') })
  expect([wrong, claim('1', [bill('a')]), claim('1', [bill('b')])].map((came) => receiptOf(helfo(came)))).toEqual([
    'X99',
    'OK',
    '2'
  ])
})

test('what is no claim is not taken', () => {
  expect(receiptOf(openHelfo()(resept))).toBe('T10')
})
