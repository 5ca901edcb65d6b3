/** What NAV says of a sick note: rejected when it comes, or by the rule engine, or taken, by hand or not. */
import { createRng } from '@budstikka/landscape'
import { contentOf, type Melding, oidOf, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { landscape, now, open, sent } from '../nav-and-helfo.examples.ts'

const dayMs = 86_400_000
const day = (days: number) => new Date(now + days * dayMs).toISOString().slice(0, 10)

const contentIn = ({ payload }: Melding) => {
  const read = contentOf(payload, 'HelseOpplysningerArbeidsuforhet')
  return read.type === 'content' ? read.content : expect.fail('a sick note')
}
const plain = contentIn(sent('SYKMELD'))
type Sykmelding = typeof plain
type Periode = NonNullable<Sykmelding['Aktivitet']>['Periode'][number]

const changed = (changes: Partial<Sykmelding>, id = 'h1'): Melding => ({
  ...sent('SYKMELD', { id }),
  payload: payloadOf('HelseOpplysningerArbeidsuforhet', { ...plain, ...changes })
})
/** From one day to another, counted from today; whole-time unless more is said. */
const periode = (from: number, to: number, how: Partial<Periode> = { AktivitetIkkeMulig: {} }): Periode => ({
  PeriodeFOMDato: day(from),
  PeriodeTOMDato: day(to),
  ...how
})
const over = (...Periode: [Periode, ...Periode[]]): Partial<Sykmelding> => ({ Aktivitet: { Periode } })
const diagnosis = (V: string, list: string) => ({
  MedisinskVurdering: { HovedDiagnose: { Diagnosekode: { V, S: oidOf(list), DN: 'Diagnose' } } }
})
const because = (BegrunnIkkeKontakt: string) => ({
  KontaktMedPasient: { ...plain.KontaktMedPasient, BegrunnIkkeKontakt }
})
const reason = (texts: readonly (string | undefined)[]) => texts[0]?.split('Grunnet følgende: ').at(-1)

test('a sick note that comes again under another id is rejected, and another one is not', () => {
  const register = open()
  const again = { ...sent('SYKMELD'), envelope: sent('SYKMELD', { id: 'h2' }).envelope }
  expect(register.send(sent('SYKMELD'))).toEqual(['OK'])
  expect(reason(register.send(again))).toMatch(/identisk med en allerede mottatt sykmelding/)
  expect(register.send(sent('SYKMELD', { id: 'h3' }))).toEqual(['OK'])
})

test.each([
  ['uten-periode', 'Ingen perioder er oppgitt i sykmeldingen.'],
  ['uten-arbeidsgiver', 'Det må stå om pasienten har arbeidsgiver'],
  ['tilbakedatert', 'Sykmelding er tilbakedatert uten begrunnelse (felt 11.2) er tilstrekkelig utfylt']
])('a sick note %s is rejected', (detail, text) => {
  expect(reason(open().send(sent('SYKMELD', { detail })))).toBe(text)
})

test.each<[string, Partial<Sykmelding>, RegExp]>([
  [
    'a diagnosis without a list',
    { MedisinskVurdering: { HovedDiagnose: { Diagnosekode: { V: 'T93', DN: 'Lipidforstyrrelse' } } } },
    /^Diagnosekodeverk for hoveddiagnose/
  ],
  [
    'a reason that list 8132 does not have',
    over(periode(0, 5, { AktivitetIkkeMulig: { Arbeidsplassen: { Arsakskode: [{ V: '2' }] } } })),
    /^ArbeidsplassenArsaker/
  ],
  [
    'a doctor whom Folkeregisteret does not know',
    { Behandler: { ...plain.Behandler, Id: [{ Id: '01010112345', TypeId: { V: 'FNR' } }] } },
    /^Behandler er ikke registrert i folkeregisteret/
  ],
  ['a period that is not even reisetilskudd', over(periode(0, 5, { Reisetilskudd: 'false' })), /perioder uten type/],
  ['a doctor without a number', { Behandler: { ...plain.Behandler, Id: [{ Id: '', TypeId: { V: 'HPR' } }] } }, /Hpr/],
  ['a list of diagnoses that NAV does not know', diagnosis('A01', '7180'), /^Ukjent kodeverk/],
  ['a social problem', diagnosis('Z01', '7170'), /^Angitt hoveddiagnose \(z-diagnose\)/],
  ['a process for a diagnosis', diagnosis('A50', '7170'), /Prosesskoder/],
  ['neither diagnosis nor reason', { MedisinskVurdering: {} }, /^Hoveddiagnose eller annen/],
  ['rules that are not in use', { RegelSettVersjon: '4' }, /^Feil regelsett/],
  ['days that go backwards', over(periode(5, 2)), /^Hvis tildato/],
  ['periods that overlap', over(periode(0, 5), periode(5, 9)), /overlappende/],
  ['working days between periods', over(periode(0, 5), periode(9, 12)), /^Hvis det finnes opphold/],
  ['a beginning in 31 days', over(periode(31, 35)), /fremdatert/],
  ['more than a year', over(periode(0, 366)), /over 1 år/],
  ['15 %', over(periode(0, 5, { GradertSykmelding: { Sykmeldingsgrad: '15' } })), /mindre enn 20%/],
  ['100 % as a part', over(periode(0, 5, { GradertSykmelding: { Sykmeldingsgrad: '100' } })), /høyere enn 99%/],
  [
    'two days of treatment a week',
    over(periode(0, 5, { Behandlingsdager: { AntallBehandlingsdagerUke: '2' } })),
    /1 dag/
  ],
  [
    'no word to the employer',
    over(periode(0, 5, { AvventendeSykmelding: { InnspillTilArbeidsgiver: ' ' } })),
    /4\.1\.3/
  ],
  [
    '17 days of waiting',
    over(periode(0, 17, { AvventendeSykmelding: { InnspillTilArbeidsgiver: 'Hjemmekontor' } })),
    /16 kalenderdager/
  ]
])('a sick note with %s is rejected', (_what, changes, text) => {
  expect(reason(open().send(changed(changes)))).toMatch(text)
})

test('periods that meet over a weekend are one absence', () => {
  // 1 June 2021 is a Tuesday: Friday the 4th, and Monday the 7th.
  expect(open().send(changed(over(periode(0, 3), periode(6, 9))))).toEqual(['OK'])
})

test.each([
  [2010, /^Pasienten er under 13 år/],
  [1945, /^Pasienten er over 70 år/]
])('somebody born in %i is not of the age for sick notes', (year, text) => {
  const { id } = landscape.randomPerson(createRng('alder'), { bornFrom: year, bornTo: year })
  expect(open().send(sent('SYKMELD', { patient: id }))[0]).toMatch(text)
})

/** Days before the patient was seen, the reason that is given, whose list the diagnosis is of; rejected, or how it is taken. */
const late: readonly [number, string, '7170' | '7110', 'INVALID' | 'OK' | 'MANUAL_PROCESSING'][] = [
  [3, '', '7170', 'OK'],
  [8, '', '7170', 'INVALID'],
  [8, '', '7110', 'OK'],
  [8, 'syk', '7170', 'OK'],
  [30, '', '7170', 'INVALID'],
  [30, '', '7110', 'OK'],
  [30, 'innlagt', '7170', 'MANUAL_PROCESSING'],
  [31, 'to ord', '7170', 'INVALID'],
  [31, '', '7110', 'MANUAL_PROCESSING'],
  [31, 'tre hele ord', '7170', 'MANUAL_PROCESSING']
]
test.each(late)(
  'a note %i days late with the reason «%s» and a diagnosis of list %s is %s',
  (days, text, list, wanted) => {
    const register = open()
    const diagnose = diagnosis(list === '7170' ? 'L03' : 'M545', list)
    const answer = register.send(changed({ ...over(periode(-days, 5)), ...diagnose, ...because(text) }))
    expect([answer[0] === 'OK', register.tall()]).toEqual(wanted === 'INVALID' ? [false, {}] : [true, { [wanted]: 1 }])
  }
)

test('a late note that goes on with an absence needs a reason after 8 days only', () => {
  const register = open()
  const earlier = changed({ ...over(periode(-40, -15)), ...because('Pasienten lå på sykehus') }, 'h0')
  expect([register.send(earlier), register.send(changed(over(periode(-7, 5))))]).toEqual([['OK'], ['OK']])
})

test('an earlier note that is sent on is taken, however late', () => {
  const register = open()
  const seen = { ...plain.KontaktMedPasient, BehandletDato: `${day(-20)}T10:00:00` }
  register.send(changed({ ...over(periode(-20, 5)), KontaktMedPasient: seen }, 'h0'), now - 20 * dayMs)
  expect(register.send(changed(over(periode(-20, 9))))).toEqual(['OK'])
})

test('what is written of days of treatment is taken, and looked at by hand', () => {
  const register = open()
  const once = over(periode(0, 5, { Behandlingsdager: { AntallBehandlingsdagerUke: '1' } }))
  expect([register.send(changed(once)), register.tall()]).toEqual([['OK'], { MANUAL_PROCESSING: 1 }])
})
