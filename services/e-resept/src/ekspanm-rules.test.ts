/** A prescription that asks one pharmacy (EkspAnm): refused, and nobody asked, where it cannot be dispensed there. */
import { eReseptCs, eReseptCv, type Melding, type Party, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, landscape, m1, openReseptformidler, parties, receiptOf, sentIn, setup } from './handle.examples.ts'

const { apotek, sykehus } = parties
const pharmacy = landscape.party(apotek)
if (pharmacy === undefined) throw new Error('expected a pharmacy in the landscape')
const { organisation } = pharmacy
const bandasjist: Party = { ...pharmacy, organisation: { ...organisation, businessType: '109' } }
const closed: Party = { ...pharmacy, active: false }

const sentTo = (Utleverer: string, more: object = {}): Melding =>
  changed(m1('a'), 'M1', (content) => {
    const EkspAnm = {
      Vilkar: 'true',
      MetodeEkspedering: eReseptCs('7404', 'U'),
      Utleverer,
      Kontaktperson: 'Rolig Fjell',
      OrgNrUtleverer: organisation.organisationNumber,
      UtlevererNavn: pharmacy.name,
      ...more
    }
    return payloadOf('M1', { ...content, EkspAnm })
  })

/** Of supplies (§5) instead of a medicine. */
const supplies = changed(sentTo(apotek), 'M1', ({ ReseptDokLegemiddel: _medicine, ...content }) =>
  payloadOf('M1', {
    ...content,
    ReseptDokHandelsvare: {
      Varegruppekode: { V: 'A', DN: 'Annet' },
      Antall: '1',
      RefHjemmel: eReseptCv('7427', '501'),
      ProdGruppe: { V: '5010101', S: '2.16.578.1.12.4.1.1.7403', DN: 'Bleier' }
    }
  })
)

/** The receipt, and what was sent, where the register has `as` for the pharmacy. */
function told(melding: Melding, { as = pharmacy, by = {} as Partial<typeof setup> } = {}) {
  const register = {
    party: (herId: string) => (herId === apotek ? as : landscape.party(herId)),
    find: landscape.find
  }
  const effects = openReseptformidler({ register, setup: { ...setup, ...by } }).hear(melding)
  return [receiptOf(effects), sentIn(effects).map(({ envelope }) => envelope.type)]
}

test.each([
  ['nobody named', sentTo(''), {}, '8'],
  ['conditions that are not met', sentTo(apotek, { Vilkar: 'false' }), {}, '122'],
  ['a method that list 7404 does not have', sentTo(apotek, { MetodeEkspedering: { V: 'X', DN: 'X' } }), {}, '320'],
  ['one that the register does not have', sentTo('1'), {}, '30'],
  ['a medicine from a bandagist', sentTo(apotek), { as: bandasjist }, '118'],
  ['a hospital', sentTo(sykehus), {}, '129'],
  ['a pharmacy that is closed', sentTo(apotek), { as: closed }, '129'],
  ['one that is blocked', sentTo(apotek), { by: { svartelistede: [apotek] } }, '304'],
  ['one without an agreement', sentTo(apotek), { by: { utenCpa: [apotek] } }, '145']
])('%s is refused, and nobody is asked', (_what, melding, known, code) => {
  expect(told(melding, known)).toEqual([code, []])
})

test('a pharmacy dispenses medicines and supplies, a bandagist supplies', () => {
  expect([told(sentTo(apotek)), told(supplies), told(supplies, { as: bandasjist })]).toEqual([
    ['OK', ['ERM21']],
    ['OK', ['ERM21']],
    ['OK', ['ERM21']]
  ])
})
