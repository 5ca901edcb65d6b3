/** How the kjernejournal of a person is told. */
import { expect, test } from 'vitest'
import { isNothing, journalLines, Vis } from './journal-lines.ts'

const day = (number: number) => Date.UTC(2019, 5, number)
const empty = { legemidler: [], iBruk: [], allergier: [], kritisk: [], besok: [], dokumenter: [], egne: {}, valg: {} }
const vis = (journal: object, logg: readonly object[] = []) => Vis.parse({ journal: { ...empty, ...journal }, logg })
const by = { hprNummer: '1', rolle: 'LE', organisasjon: 'Sykehus' }

test('all that is kept stands in order of time, with who registered it', () => {
  const legemiddel = { navn: 'Eksemplin tab 5 mg' }
  const kept = vis({
    legemidler: [{ at: day(5), legemiddel, utleverer: 'Apotek 1' }],
    iBruk: [{ endretAt: day(4), legemiddel }],
    allergier: [{ oppdatertAt: day(3), navn: 'Penicillin', isAvkreftet: true }],
    kritisk: [
      { id: 'k', versjon: 2, kategori: 'Infection', code: '1', status: 'active', registrert: { at: day(2), ...by } }
    ],
    besok: [{ at: day(1), sted: 'Kirurgi' }],
    dokumenter: [{ at: day(6), tittel: 'Epikrise', organisasjonsnummer: '999999101' }],
    egne: { donorkort: true },
    valg: { sperret: ['kritisk'], varsling: 'sms' }
  })
  expect(
    [...journalLines(kept)].filter((text) => !text.includes('──')).map((text) => text.replaceAll(/ {2,}/g, '|'))
  ).toEqual([
    'state: open',
    'chosen sperret: ["kritisk"]',
    'chosen varsling: sms',
    'own donorkort: true',
    'date|what|which|more',
    '2019-06-01|besøk|Kirurgi',
    '2019-06-02|Infection|1|active, version 2, by HPR 1 (LE), Sykehus',
    '2019-06-03|allergi|Penicillin|refuted',
    '2019-06-04|i bruk|Eksemplin tab 5 mg',
    '2019-06-05|utlevering|Eksemplin tab 5 mg|Apotek 1',
    '2019-06-06|dokument|Epikrise|999999101',
    '',
    '0 look-ups'
  ])
})

test('a look-up is told with its basis, and with what opened a closed part', () => {
  const logg = { at: day(1), ...by, grunnlag: 'UNNTAK', apner: 'AKUTT', hva: 'journal', utfall: 'sperring åpnet' }
  expect([...journalLines(vis({}, [logg]))].at(-1)?.split(/ {2,}/)).toEqual([
    '2019-06-01T00:00:00.000Z',
    '1',
    'LE',
    'Sykehus',
    'UNNTAK',
    'journal',
    'sperring åpnet (AKUTT)'
  ])
})

test.each([
  ['nothing', {}, true],
  ['own information', { egne: { donorkort: false } }, false],
  ['a document', { dokumenter: [{ at: 0, tittel: 'Epikrise', organisasjonsnummer: '9' }] }, false],
  ['a choice', { valg: { reservertAt: 0 } }, false],
  ['a death', { dodAt: 0 }, false]
])('%s is kept', (_what, journal, expected) => {
  expect(isNothing(vis(journal))).toBe(expected)
})

test('the state says when a death was told of, which is no day of death', () => {
  expect([...journalLines(vis({ dodAt: day(7) }))][0]).toBe('state: closed: a death was told of on 2019-06-07')
})
