/** What a report must say of what was dispensed, and of whom. */
import { type ContentOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { createRng } from '@budstikka/landscape'
import { expect, test } from 'vitest'
import { changed, landscape, m1, m10, m93, openReseptformidler, receiptOf } from './handle.examples.ts'

type Legemiddel = NonNullable<ContentOf<'M10'>['Utlevering']['ReseptDokLegemiddel']>

const withLegemiddel = (change: (dok: Legemiddel) => Legemiddel): Melding =>
  changed(m10('b', 'a'), 'M10', ({ Utlevering, ...content }) => {
    const { ReseptDokLegemiddel: dok, ...utlevering } = Utlevering
    if (dok === undefined) throw new Error('expected a medicine')
    return payloadOf('M10', { ...content, Utlevering: { ...utlevering, ReseptDokLegemiddel: change(dok) } })
  })
const withAntall = (Antall: string | undefined) => withLegemiddel((dok) => ({ ...dok, Antall }))
const merkevare = {
  NavnFormStyrke: 'Eksemplin tab 5 mg',
  Reseptgruppe: { V: 'C', DN: 'Reseptgruppe C' },
  Varenavn: 'Eksemplin'
}

const intervensjon = (V: string) => ({ V, S: '2.16.578.1.12.4.1.1.7412', DN: V })

function receipt(report: Melding) {
  const rf = openReseptformidler()
  const written = m1('a')
  rf.hear(written)
  rf.ask(m93('takes', written.envelope.msgId))
  return receiptOf(rf.hear(report))
}

test.each([
  ['packages', withAntall('1'), 'OK'],
  ['no package', withAntall('0'), '265'],
  ['fewer than none', withAntall('-1'), '276'],
  ['packages that nobody has counted', withAntall(undefined), '265'],
  [
    'a brand and no package',
    withLegemiddel((dok) => ({ ...dok, Forskrivning: { LegemiddelMerkevare: merkevare } })),
    '264'
  ]
])('%s: %s', (_what, report, code) => {
  expect(receipt(report)).toBe(code)
})

const withContent = (change: (content: ContentOf<'M10'>) => Partial<ContentOf<'M10'>>, report = m10('b', 'a')) =>
  changed(report, 'M10', (content) => payloadOf('M10', { ...content, ...change(content) }))
const withUtlevering = (more: Partial<ContentOf<'M10'>['Utlevering']>, report = m10('b', 'a')) =>
  withContent(({ Utlevering }) => ({ Utlevering: { ...Utlevering, ...more } }), report)
/** `list`: as prescribers name units, or as the official M10s do. */
const inUnit = (V: string, list: '7452' | '7484' = '7452') =>
  withLegemiddel(({ Forskrivning: { Legemiddelpakning, ...forskrivning }, ...dok }) => {
    if (Legemiddelpakning === undefined) throw new Error('expected a package')
    const EnhetPakning = { V, S: `2.16.578.1.12.4.1.1.${list}`, DN: V }
    const PakningsinfoResept = [{ Varenavn: 'Eksemplin', Pakningsstr: '100', EnhetPakning }]
    return {
      ...dok,
      Forskrivning: { ...forskrivning, Legemiddelpakning: { ...Legemiddelpakning, PakningsinfoResept } }
    }
  })

test.each([
  ['a ReseptId that is no UUID', withUtlevering({ ReseptId: '17' }), '272'],
  ['the same of a paper prescription', withUtlevering({ ReseptId: '17' }, m10('b', 'a', { detail: 'papir' })), 'OK'],
  ['closed perhaps', withUtlevering({ Avsluttet: { V: '3', DN: 'Kanskje' } }), '230'],
  [
    'cancelled by a code of the list',
    withContent(() => ({ Kanselleringskode: { V: '18', DN: 'Farmasøytisk tjeneste' } })),
    'OK'
  ],
  ['cancelled by a code that the list has not', withContent(() => ({ Kanselleringskode: { V: '12', DN: '' } })), '320'],
  ['changed for a reason of the list', withUtlevering({ Intervensjon: [{ Kode: intervensjon('212') }] }), 'OK'],
  [
    'changed for a reason that the list has not',
    withUtlevering({ Intervensjon: [{ Kode: intervensjon('217') }] }),
    '320'
  ],
  ['a package in a unit of the list', inUnit('stk'), 'OK'],
  ['a package in millilitres, as an official M10', inUnit('ML', '7484'), 'OK'],
  ['a package in ampoules, as the other official M10', inUnit('MLAMP', '7484'), 'OK'],
  ['a package in a unit that the list has not', inUnit('esker'), '132'],
  ['a package in a unit of the other list', inUnit('MLAMP'), '132'],
  ['a package in a unit of the list that M10 names, in small letters', inUnit('ml', '7484'), '132']
])('%s: %s', (_what, report, code) => {
  expect(receipt(report)).toBe(code)
})

test('what was dispensed to another than it was prescribed for is refused (271)', () => {
  const { envelope, ...rest } = m10('b', 'a')
  const other = landscape.randomPerson(createRng('another'), { bornFrom: 1950, bornTo: 1980 })
  const idents = [{ id: other.id, kind: 'FNR' }]
  expect(receipt({ ...rest, envelope: { ...envelope, patient: { ...envelope.patient, idents } } })).toBe('271')
})

test('a preparation of group A is closed by its first dispensing, though packages are left', () => {
  const rf = openReseptformidler()
  const written = changed(m1('a'), 'M1', ({ ReseptDokLegemiddel: dok, ...content }) => {
    const pakning = dok?.Forskrivning.Legemiddelpakning
    if (dok === undefined || pakning === undefined) throw new Error('expected a package')
    const Legemiddelpakning = { ...pakning, Reseptgruppe: { V: 'A', DN: 'Reseptgruppe A' } }
    const ReseptDokLegemiddel = { ...dok, Antall: '3', Reiterasjon: '0', Forskrivning: { Legemiddelpakning } }
    return payloadOf('M1', { ...content, ReseptDokLegemiddel })
  })
  rf.hear(written)
  rf.ask(m93('takes', written.envelope.msgId))
  expect([receiptOf(rf.hear(withAntall('1'))), rf.resept(written)?.status]).toEqual(['OK', 'R'])
})
