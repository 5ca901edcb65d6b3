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
