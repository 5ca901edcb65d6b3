/** Who may prescribe: dentists and all of a municipality wait until they are switched on. */
import { enterpriseAddressOf, type Melding, type Party } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { landscape, m1, m241, m5, openReseptformidler, parties, receiptOf, setup } from './handle.examples.ts'

const gp = landscape.party(parties.fastlege)
const unit = landscape.find('8663-KF01')[0]
if (gp === undefined || unit === undefined) throw new Error('expected a GP and a municipal unit in the landscape')
/** List 9040, 110: a dental office, which the landscape does not have. */
const dentist: Party = { ...gp, organisation: { ...gp.organisation, businessType: '110' } }

test('a dentist and a municipal unit are refused with 377', () => {
  expect([prescribes(dentist), prescribes(unit)]).toEqual(['377', '377'])
})

test('each is let in by its business type alone', () => {
  const withDentists = [...setup.rekvirenter, '110']
  const withUnits = [...setup.rekvirenter, '102']
  expect([
    [prescribes(dentist, withDentists), prescribes(unit, withDentists)],
    [prescribes(dentist, withUnits), prescribes(unit, withUnits)]
  ]).toEqual([
    ['OK', '377'],
    ['377', 'OK']
  ])
})

test.each([
  ['a prescription', m1('b')],
  ['a recall', m5('b', 'a')],
  ['a subscription', m241('b')]
])('%s names who prescribes, by an HPR number of nine digits', (_what, melding) => {
  const rf = openReseptformidler()
  rf.hear(m1('a'))
  const by = (id: string) => {
    const { person, ...sender } = melding.envelope.sender
    const idents = id === '' ? [] : [{ id, kind: 'HPR' }]
    const named = { ...sender, ...(person && { person: { ...person, idents } }) }
    return receiptOf(rf.hear({ ...melding, envelope: { ...melding.envelope, sender: named } }))
  }
  expect([by(''), by('12345678')]).toEqual(['6', '19'])
})

/** The code that a prescription by a doctor there is answered with. */
function prescribes(party: Party, rekvirenter = setup.rekvirenter): string | undefined {
  const register = { ...landscape, party: (herId: string) => (herId === party.herId ? party : landscape.party(herId)) }
  const written = m1('a')
  const sender = enterpriseAddressOf(party, written.envelope.sender.person && doctor(written))
  const melding = { ...written, envelope: { ...written.envelope, sender } }
  return receiptOf(openReseptformidler({ setup: { ...setup, rekvirenter }, register }).hear(melding))
}

const doctor = ({ envelope: { sender } }: Melding) => ({
  givenName: sender.person?.givenName ?? '',
  familyName: sender.person?.familyName ?? '',
  hprNumber: sender.person?.idents[0]?.id ?? ''
})
