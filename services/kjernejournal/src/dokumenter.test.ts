/** How far back personnel see documents. */
import { expect, test } from 'vitest'
import { documentOf, documentsFor } from './dokumenter.ts'
import { fastlegekontor, full, hospital, known, now, oppslag, doctorAt } from './kjernejournal.examples.ts'
import { isProblem } from '@budstikka/service'
import { lookUp } from './handle.ts'

const year = 365.25 * 86_400_000
const written = (type: string, years: number) => ({
  id: `${type} ${years}`,
  at: now - years * year,
  type,
  tittel: '',
  organisasjonsnummer: hospital.organisationNumber
})
const dokumenter = ['A03-2', 'I01-2', 'C01-2', 'E01-2'].flatMap((type) =>
  [1, 1.1, 5, 5.1, 20].map((years) => written(type, years))
)

test('a GP office sees referrals and laboratory answers of a year, radiology of five, and every epikrise', () => {
  const seen = documentsFor(fastlegekontor, dokumenter, now).map(({ id }) => id)
  expect(seen.filter((id) => id.startsWith('A03'))).toEqual([
    'A03-2 1',
    'A03-2 1.1',
    'A03-2 5',
    'A03-2 5.1',
    'A03-2 20'
  ])
  expect(seen.filter((id) => !id.startsWith('A03'))).toEqual(['I01-2 1', 'C01-2 1', 'E01-2 1', 'E01-2 1.1', 'E01-2 5'])
})

test('a hospital sees all, in a look-up', () => {
  const { answer } = lookUp({ ...full, dokumenter }, oppslag({ av: doctorAt(hospital) }), known)
  expect(answer !== undefined && !isProblem(answer) && answer.innhold.dokumenter).toEqual(dokumenter)
})

test('an epikrise of the oldest format is a document as the others are', () => {
  expect(['E', 'EPIKRISE', 'S', 'SVAR_LAB'].map((type) => documentOf(type)?.tittel)).toEqual([
    'Epikrise',
    'Epikrise',
    undefined,
    undefined
  ])
})
