/** What the lists of pharmacies (M9.2) and of customers of net pharmacies (M9NA2) say of a prescription. Schema and example of M9.2. */
import { type ContentOf, eReseptCs, eReseptCv, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, landscape, m1, m10, m5, m91, m93, openReseptformidler, parties, patient } from './handle.examples.ts'
import { answered } from './rekvirent.examples.ts'

const pharmacy = landscape.party(parties.apotek)
const EkspAnm = {
  Vilkar: 'true',
  MetodeEkspedering: eReseptCs('7404', 'F'),
  Utleverer: parties.apotek,
  Kontaktperson: 'Rolig Fjell',
  OrgNrUtleverer: pharmacy?.organisation.organisationNumber ?? '',
  UtlevererNavn: pharmacy?.name ?? ''
}
const Forskrivning = (navn: string) => ({
  Legemiddelpakning: {
    NavnFormStyrke: navn,
    Reseptgruppe: eReseptCs('7421', 'C'),
    Varenr: '000001',
    PakningsinfoResept: [{ Varenavn: navn, Pakningsstr: '300', EnhetPakning: eReseptCv('7452', 'ml') }]
  }
})
const refund = eReseptCv('7427', '400')

const withM1 = (change: (content: ContentOf<'M1'>) => ContentOf<'M1'>, written = m1('a')): Melding =>
  changed(written, 'M1', (content) => payloadOf('M1', change(content)))

function listed(rf: ReturnType<typeof openReseptformidler>, question = m91('asks', { all: true })) {
  const list = answered(rf.ask(question), 'M9.2')
  if (typeof list === 'string') throw new Error(`expected a list, got ${list}`)
  return list.Reseptinfo?.[0]
}

test('a pharmacy is told what is prescribed, to whom, and who is asked to send it', () => {
  const { envelope, ...rest } = m1('a')
  const address = { type: 'H', postalCode: '3050', city: 'Mjøndalen' }
  const written = withM1(
    ({ ReseptDokLegemiddel: dok, ...content }) => ({
      ...content,
      TidligsteUtlevering: '2019-12-01',
      EkspAnm,
      ReseptDokLegemiddel: dok && { ...dok, Antall: '1', RefHjemmel: refund, Forskrivning: Forskrivning('Eksemplin') }
    }),
    {
      ...rest,
      envelope: {
        ...envelope,
        patient: { ...envelope.patient, idents: envelope.patient?.idents ?? [], middleName: 'Li', contact: { address } }
      }
    }
  )
  const rf = openReseptformidler()
  rf.hear(written)
  expect(listed(rf)).toMatchObject({
    Mellomnavn: 'Li',
    Address: { Type: { V: 'H' }, PostalCode: '3050', City: 'Mjøndalen' },
    Nr: '000001',
    NavnFormStyrke: 'Eksemplin',
    RefHjemmel: refund,
    NavnUtleverer: pharmacy?.name,
    Ident: { Id: patient.id, TypeId: { V: 'FNR', S: '2.16.578.1.12.4.1.1.8116' } },
    MetodeEkspedering: eReseptCs('7404', 'F'),
    Pakningsstr: '300',
    EnhetPakning: eReseptCv('7452', 'ml'),
    TidligsteUtlevering: '2019-12-01'
  })
})

test('who has it in hand is named, and who was asked is until it is dispensed there', () => {
  const rf = openReseptformidler()
  const written = withM1((content) => ({ ...content, EkspAnm }), m1('a', { dispensings: 2 }))
  const { msgId } = written.envelope
  rf.hear(written)
  const asked = listed(rf)?.NavnUtleverer
  rf.ask(m93('takes', msgId))
  rf.hear(m10('b', 'a'))
  const dispensed = listed(rf)?.NavnUtleverer
  rf.ask(m93('takes next', msgId, { from: parties.annetApotek }))
  const other = landscape.party(parties.annetApotek)?.name
  expect([asked, dispensed, listed(rf)?.NavnUtleverer]).toEqual([pharmacy?.name, undefined, other])
})

test('what is of goods alone is told by its group', () => {
  const ProdGruppe = { V: '5010101', S: '2.16.578.1.12.4.1.1.7403', DN: 'Bleier' }
  const rf = openReseptformidler()
  rf.hear(
    withM1(({ ReseptDokLegemiddel: _medicine, ...content }) => ({
      ...content,
      ReseptDokHandelsvare: { Varegruppekode: eReseptCs('7402', 'A'), Antall: '1', ProdGruppe }
    }))
  )
  expect(listed(rf)).toMatchObject({ ProdGruppe })
})

test('what a recall said besides is told when it is recalled', () => {
  const rf = openReseptformidler()
  rf.hear(m1('a'))
  rf.hear(changed(m5('x', 'a'), 'M5', (content) => payloadOf('M5', { ...content, Merknad: 'Byttet til annet' })))
  expect(listed(rf)).toMatchObject({ Status: { V: 'T' }, MerknadTilbakekalling: 'Byttet til annet' })
})

test('a recall of what is in hand is not told to pharmacies yet (ERDOK)', () => {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', written.envelope.msgId))
  rf.hear(changed(m5('x', 'a'), 'M5', (content) => payloadOf('M5', { ...content, Merknad: 'Byttet til annet' })))
  expect([listed(rf)?.Status.V, listed(rf)?.MerknadTilbakekalling]).toEqual(['U', undefined])
})
