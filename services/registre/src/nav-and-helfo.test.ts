/** NAV and Helfo: what they take, reject and answer, driven through what doctors send. */
import { createRng } from '@budstikka/landscape'
import { payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { actor, landscape, now, open, sent, somebody } from './nav-and-helfo.examples.ts'

test.each(['SYKMELD', 'LEGEERKL', 'LOM'])('%s is taken with a receipt, and no answer', (type) => {
  expect(open().send(sent(type))).toEqual(['OK'])
})

test('a claim that says another number of bills is rejected, and counts for nobody', () => {
  const register = open(1)
  expect([register.send(sent('LOM', { detail: 'feil-antall' })), register.ask(sent('EgenandelForesporselV2'))]).toEqual(
    [['Antall regninger stemmer ikke med kravet'], 'Ingen data']
  )
})

test('a bill at fault is left out and told of, and the rest of the claim counts', () => {
  const register = open(300)
  const asked = sent('EgenandelForesporselV2')
  const receipt = register.send(sent('LOM', { detail: 'samme-regningsnummer' }))
  const afterOne = register.ask(asked)
  const another = register.send(sent('LOM', { id: 'krav2' }))
  expect([receipt, afterOne, another, register.ask(asked)]).toEqual([
    ['OK', 'Enkeltregning 2: Samme regningsnummer er brukt på flere enkeltregninger'],
    'Ingen data',
    ['OK'],
    'Ja'
  ])
})

test('a claim whose every bill is at fault is rejected', () => {
  expect(open().send(sent('LOM'), now - 86_400_000)).toEqual([
    'Enkeltregning 1: Behandlingen er datert etter datoen kravet ble mottatt'
  ])
})

test('whoever has paid up to the ceiling has a frikort, and the next question shows it', () => {
  const register = open(300)
  const claims = Array.from({ length: 2 }, (_, i) => sent('LOM', { id: `krav${i}` }))
  const before = register.send(sent('EgenandelForesporselV2'))
  for (const claim of claims) register.send(claim)
  expect([before, register.ask(sent('EgenandelForesporselV2', { id: 'h2' }))]).toEqual([['OK', 'Ingen data'], 'Ja'])
})

test('an answer to many repeats what was asked, one by one', () => {
  expect(open().send(sent('EgenandelMengdeForesporselV2'))).toEqual(['OK', 'EgenandelMengdeSvarV2'])
})

const fritak = (herId: string, patient = somebody.id) => ({
  ...sent('EgenandelForesporselV2', { actor: herId }),
  payload: payloadOf('EgenandelForesporselV2', { HarBorgerEgenandelfritak: { BorgerFnr: patient, Dato: '2021-06-01' } })
})
test('an exemption is for pharmacies to ask for, and children under 16 have it', () => {
  const child = landscape.randomPerson(createRng('barn'), { bornFrom: 2010, bornTo: 2012 })
  const pharmacy =
    landscape.find('8664-FR').find(({ organisation }) => organisation.businessType === '108')?.herId ?? ''
  expect([open().ask(fritak(actor)), open().ask(fritak(pharmacy)), open().ask(fritak(pharmacy, child.id))]).toEqual([
    ['Bare apotek og bandasjister kan spørre om egenandelfritak'],
    'Ingen data',
    'Ja'
  ])
})

test('what could be a real person is refused, whichever register it is for', () => {
  const real = '01010112345'
  const payload = payloadOf('EgenandelForesporselV2', {
    HarBorgerFrikort: { BorgerFnr: real, Dato: '2021-06-01', TjenestetypeKode: 'LE' }
  })
  expect(open().ask({ ...sent('EgenandelForesporselV2'), payload })).toEqual([
    'Budstikka tar bare imot syntetiske personer'
  ])
})

test('a sick note cannot be looked up, and a type that nobody takes is refused', () => {
  const types = 'EgenandelForesporselV2, EgenandelMengdeForesporselV2'
  expect(open().ask(sent('SYKMELD'))).toEqual([`Registeret tar imot ${types}`])
  expect(open().send(sent('DIALOG_HELSEFAGLIG'))).toMatchObject([expect.stringContaining('SYKMELD')])
})
