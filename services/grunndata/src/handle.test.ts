/** What Folkeregisteret decides of a death. */
import { type Dodsfallsmelding, syntheticFodselsnummer } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { countOf, handle } from './handle.ts'

const now = Date.UTC(2021, 11, 24, 12)
/** Some numbers have no control digits; the next has. */
const foedselsnummer =
  [7, 8, 9]
    .map((individualNumber) => syntheticFodselsnummer({ birthDate: '1950-01-10', individualNumber }))
    .find((id) => id !== undefined) ?? ''
const innsending = { avsendersMeldingsidentifikator: 'a', avsendersInnsendingstidspunkt: '2021-12-24T12:00:00Z' }
const asked = { forespoerselssdato: '2021-12-24', kilde: 'helse', avsendersSaksbehandler: '1234567' }

const death = (doedsdato: string): Dodsfallsmelding => ({
  type: 'dodsfall',
  melding: { innsending, forespoersel: { ...asked, doedPerson: { foedselsnummer, doedsdato } } }
})
const annulment: Dodsfallsmelding = {
  type: 'annullering',
  melding: { innsending, forespoersel: { ...asked, levendePerson: { foedselsnummer } } }
}

test('the first death is approved', () => {
  expect(handle({}, death('2021-12-24'), now)).toEqual({
    beslutning: 'godkjent',
    person: { dodsdato: '2021-12-24', kanal: 'elektronisk' }
  })
})

test('a death on paper is one on paper, and counts in the month in which it was', () => {
  const told = death('2021-11-30')
  const mottak = { informasjonskanal: 'papirmelding', mottakstidspunktFraOpprinneligKanal: '2021-12-10' }
  const onPaper = { ...told, melding: { ...told.melding, forespoersel: { ...told.melding.forespoersel, mottak } } }
  const { person = {} } = handle({}, onPaper as Dodsfallsmelding, now)
  expect([person, countOf(person), countOf({})]).toEqual([
    { dodsdato: '2021-11-30', kanal: 'papir' },
    'papir.2021-11',
    undefined
  ])
})

test('another date corrects the first', () => {
  const decided = handle({ dodsdato: '2021-12-23', kanal: 'papir' }, death('2021-12-24'), now)
  expect(decided).toEqual({ beslutning: 'godkjent', person: { dodsdato: '2021-12-24', kanal: 'papir' } })
})

test('the same date again changes nothing', () => {
  expect(handle({ dodsdato: '2021-12-24' }, death('2021-12-24'), now)).toEqual({
    beslutning: 'registrert',
    begrunnelse: 'Dødsfallet er allerede registrert'
  })
})

test('who was told dead in error lives again, when somebody has looked at it', () => {
  expect(handle({ dodsdato: '2021-12-24' }, annulment, now)).toEqual({
    beslutning: 'godkjent',
    person: {},
    manuell: 'Annullering av dødsfall bekreftes på telefon'
  })
})

test.each([
  ['a death to come', death('2021-12-25'), 'Dødsdato er etter dagens dato'],
  ['a death before birth', death('1949-12-31'), 'Dødsdato er før fødselsdato'],
  ['an annulment for somebody who lives', annulment, 'Personen er ikke registrert død']
])('%s is rejected', (_name, told, begrunnelse) => {
  expect(handle({}, told, now)).toEqual({ beslutning: 'avvist', begrunnelse })
})
