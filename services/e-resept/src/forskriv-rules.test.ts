/** Why a prescription is refused: each rule broken alone, and what stands beside it accepted. */
import { createRng } from '@budstikka/landscape'
import { type ContentOf, eReseptCs, eReseptCv, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, landscape, m1, openReseptformidler, patient, receiptOf } from './handle.examples.ts'
import { answered, m41 } from './rekvirent.examples.ts'

type M1 = ContentOf<'M1'>
type Legemiddel = NonNullable<M1['ReseptDokLegemiddel']>
const atc = (V: string) => ({ V, S: '2.16.578.1.12.4.1.1.7180', DN: V })
const diagnose = { V: 'R97', S: '2.16.578.1.12.4.1.1.7170', DN: 'Allergisk rinitt' }

const withM1 = (change: (content: M1) => M1, written = m1('a')): Melding =>
  changed(written, 'M1', (content) => payloadOf('M1', change(content)))

/** A medicine of this ATC code and group, valid until a day. */
const of = (
  code: string,
  { until = '2019-12-12', gruppe = 'C' as 'A' | 'B' | 'C' | 'K', dok = {} as Partial<Legemiddel> } = {}
) =>
  withM1((content) => ({
    ...content,
    Utloper: until,
    ReseptDokLegemiddel: {
      Varegruppekode: { V: 'L', DN: 'Legemiddel' },
      Antall: '1',
      Reiterasjon: '0',
      Forskrivning: {
        Legemiddelpakning: {
          Atc: atc(code),
          NavnFormStyrke: 'Eksemplin tab 5 mg',
          Reseptgruppe: eReseptCs('7421', gruppe),
          Varenr: '000001'
        }
      },
      ...dok
    }
  }))
const receipt = (melding: Melding) => receiptOf(openReseptformidler().hear(melding))

test.each([
  ['a year', 'C07AB02', '2020-12-02', '2020-12-03'],
  ['contraceptives three', 'G03AA07', '2022-12-02', '2022-12-03'],
  ['antibiotics ten days', 'J01CE02', '2019-12-12', '2019-12-13'],
  ['metenamin, an antiseptic, a year', 'J01XX05', '2020-12-02', '2020-12-03'],
  ['antimicrobials for animals five days', 'QJ01CE02', '2019-12-07', '2019-12-08']
])('a prescription is valid at most: %s', (_what, code, last, tooLate) => {
  expect([receipt(of(code, { until: last })), receipt(of(code, { until: tooLate }))]).toEqual(['OK', '320'])
})

test('antibiotics on a blue prescription are valid as others are', () => {
  const dok = { RefHjemmel: eReseptCv('7427', '400'), RefKode: diagnose }
  expect(receipt(of('J01CE02', { until: '2020-12-02', dok }))).toBe('OK')
})

test('what is refused for its validity says so in words', () => {
  const [effect] = openReseptformidler().hear(of('C07AB02', { until: '2021-01-01' }))
  expect(effect).toMatchObject({ refusal: { errors: [{ text: 'Utloper er senere enn resepten kan være gyldig' }] } })
})

test.each(['A', 'B'] as const)('a preparation of group %s is dispensed once', (gruppe) => {
  const dok = { Reiterasjon: '1' }
  expect([receipt(of('N02AA01', { gruppe })), receipt(of('N02AA01', { gruppe, dok }))]).toEqual(['OK', '320'])
})

test.each([
  ['fewer dispensings than the first', of('C07AB02', { dok: { Reiterasjon: '-1' } }), '320'],
  ['a dietary supplement', of('A11AA01', { gruppe: 'K' }), '210'],
  ['a refund of §2 for no use', of('C07AB02', { dok: { RefHjemmel: eReseptCv('7427', '200') } }), '277'],
  ['a refund of §3 for no use', of('C07AB02', { dok: { RefHjemmel: eReseptCv('7427', '300') } }), 'OK'],
  ['a use without a name', of('C07AB02', { dok: { RefKode: { V: 'R97', S: diagnose.S } } }), '310'],
  ['an expiry before it is written', of('C07AB02', { until: '2019-12-01' }), '320']
])('%s: %s', (_what, melding, code) => {
  expect(receipt(melding)).toBe(code)
})

type Handelsvare = NonNullable<M1['ReseptDokHandelsvare']>
const vare = (hjemmel: string, of: Partial<Handelsvare>) =>
  withM1(({ ReseptDokLegemiddel: _medicine, ...content }) => ({
    ...content,
    ReseptDokHandelsvare: {
      Varegruppekode: { V: 'A', DN: 'Annet' },
      Antall: '1',
      RefHjemmel: { V: hjemmel, S: '2.16.578.1.12.4.1.1.7427', DN: hjemmel },
      ...of
    }
  }))
const supplies = { MedForbMatr: { Nr: '900001', Navn: 'Eksempelbandasje' } }
const nutrition = { Naringsmiddel: { Nr: '900002', Navn: 'Eksempeldrikk' } }

test.each([
  ['supplies by §5', vare('501', supplies), 'OK'],
  ['supplies by §6', vare('601', supplies), '263'],
  ['nutrition by §6', vare('601', nutrition), 'OK'],
  ['nutrition by §5', vare('501', nutrition), '263'],
  ['supplies by §2', vare('200', supplies), '263'],
  ['supplies by a part of §5 that the list has not', vare('515', supplies), '274'],
  ['a substitution reserved perhaps', of('C07AB02', { dok: { BytteresRekvirent: { V: '3', DN: 'Kanskje' } } }), '291'],
  ['a substitution reserved', of('C07AB02', { dok: { BytteresRekvirent: { V: '2', DN: 'Nei' } } }), 'OK']
])('list 7427 and 1101: %s: %s', (_what, melding, code) => {
  expect(receipt(melding)).toBe(code)
})

const withPatient = (change: object): Melding => {
  const { envelope, ...rest } = m1('a')
  return { ...rest, envelope: { ...envelope, patient: { ...envelope.patient, idents: [], ...change } } }
}

test('both a fødselsnummer and a D-nummer are refused (275), and who is not born yet (287)', () => {
  const rng = createRng('forskriv')
  const born = (year: number) => landscape.randomPerson(rng, { bornFrom: year, bornTo: year }).id
  const both = [
    { id: patient.id, kind: 'FNR' },
    { id: born(1970), kind: 'DNR' }
  ]
  expect([
    receipt(withPatient({ idents: both })),
    receipt(withPatient({ idents: [{ id: born(2021), kind: 'FNR' }] }))
  ]).toEqual(['275', '287'])
})

test('a sender without an organisation number is refused (317)', () => {
  const { envelope, ...rest } = m1('a')
  const { organisation, ...sender } = envelope.sender
  const idents = organisation.idents.filter(({ kind }) => kind !== 'ENH')
  expect(
    receipt({ ...rest, envelope: { ...envelope, sender: { ...sender, organisation: { ...organisation, idents } } } })
  ).toBe('317')
})

test.each([
  ['2008-01-01', '110'],
  ['2007-01-01', 'OK'],
  ['2003-01-01', 'OK'],
  ['2002-01-01', '110']
])('reserved from guardians for who is born %s: %s', (dateOfBirth, code) => {
  const rf = openReseptformidler()
  const numbers = answered(rf.ask(m41('one number', 1)), 'M4.2')
  const RefNr = typeof numbers === 'string' ? numbers : numbers.RefNr[0]
  const written = withM1(
    (content) => ({ ...content, RefNr, LastResept: 'true', Vergeinnsynsreservasjon: 'true' }),
    withPatient({ dateOfBirth, sex: '1' })
  )
  expect(receiptOf(rf.hear(written))).toBe(code)
})
