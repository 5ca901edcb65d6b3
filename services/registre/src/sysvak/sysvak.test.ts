/** SYSVAK: what it takes, refuses, updates and finds, by the codes of its standard. */
import { createLandscape, createRng, payloadFor, type Occasion } from '@budstikka/landscape'
import { contentOf, type HendelseRequest, oidOf, type Party, type SokRequest } from '@budstikka/meldinger'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { folkeregisterOf } from './folkeregister.ts'
import { registrer, type Vaksinand } from './hendelse.ts'
import { openRecords } from './records.ts'
import { kodeverk } from './kodeverk.ts'
import { hitsMax, sok } from './sok.ts'

const landscape = createLandscape({ year: 2021, seed: 's', size: { municipalities: 1 } })
const somebody = landscape.randomPerson(createRng('sysvak'), { bornFrom: 1950, bornTo: 1990 })
const from: Party = landscape.find('8663-KF01')[0] ?? expect.fail('a helsestasjon')
const to: Party = landscape.find('8659-7')[0] ?? expect.fail('SYSVAK')
const at = Date.UTC(2021, 5, 1, 10)
const today = '2021-06-01'
const deaths = new Map<string, string>()
const folkeregister = folkeregisterOf(landscape.person, (id) => deaths.get(id))
const person = folkeregister(somebody.id)

function requestOf(detail?: string): HendelseRequest {
  const about = { id: 'x', conversation: 'x', meldingType: 'HENDELSEREQUEST', at, status: 'N', from, to } as const
  const occasion: Occasion = { ...about, patient: somebody, ...(detail !== undefined && { detail }) }
  const read = contentOf(payloadFor(occasion), 'HendelseRequest')
  return read.type === 'content' ? read.content : expect.fail('a HendelseRequest')
}
const usual = requestOf()
const vaksinasjon = usual.Hendelse.Vaksinasjon ?? expect.fail('a vaccination')
const changed = (changes: Partial<typeof vaksinasjon>): HendelseRequest => ({
  ...usual,
  Hendelse: { Vaksinasjon: { ...vaksinasjon, ...changes } }
})
const about = (Id: string, V = 'FNR'): HendelseRequest => ({
  ...usual,
  Vaksinand: { VaksinandIdent: { Id, TypeId: { V, S: oidOf('8327') } } }
})
const codesOf = (request: HendelseRequest, before: Vaksinand = [], who = person) =>
  (registrer(before, { request, person: who, today }).response.Behandlingsresultat.Valideringsmelding ?? []).map(
    ({ Arsak }) => Arsak.V
  )

test('a vaccination is taken without a word, and the answer names the person', () => {
  const { response, after } = registrer([], { request: usual, person, today })
  expect(response).toEqual({
    Behandlingsresultat: {
      HarValideringsFeil: 'false',
      HarValideringsAdvarsel: 'false',
      HarValideringsInformasjon: 'false'
    },
    VaksinandIdent: usual.Vaksinand.VaksinandIdent
  })
  expect(after).toEqual([usual.Hendelse])
})

const uten = requestOf('uten-ident')
const nobody = { ...uten.Vaksinand.VaksinandUtenIdent, Fodselsdato: '2030-01-01', Kjonn: { V: '1' }, Etternavn: 'Ny' }
test.each<[string, HendelseRequest, readonly string[]]>([
  [
    'a vaccine that is not in the list',
    changed({ Vaksine: { V: 'XXX01', S: oidOf('9501') }, Preparat: undefined }),
    ['F001']
  ],
  ['a consultation before birth', changed({ Konsultasjonsdato: '1900-01-01' }), ['F102']],
  ['a registration in the future', changed({ Registreringsdato: '2021-06-02T10:00:00' }), ['F103']],
  ['a consultation after the registration', changed({ Konsultasjonsdato: '2021-06-02' }), ['F104']],
  ['a number that is no number', about('12845678901'), ['F105']],
  ['an H-number', about(somebody.id, 'HNR'), ['F107']],
  ['a preparation of another vaccine', requestOf('feil-preparat'), ['F109']],
  [
    'somebody without number, guardian or documentation',
    { ...uten, Vaksinand: { VaksinandUtenIdent: { ...nobody, Fodselsdato: '1990-01-01', Dokumentasjon: undefined } } },
    ['F106']
  ],
  ['somebody who is not born', { ...uten, Vaksinand: { VaksinandUtenIdent: nobody } }, ['F102', 'F110']],
  [
    'a guardian whose number is none',
    {
      ...uten,
      Vaksinand: {
        VaksinandUtenIdent: {
          ...nobody,
          Fodselsdato: '2020-01-01',
          OmsorgspersonIdent: { Id: '12845678901', TypeId: { V: 'FNR' } }
        }
      }
    },
    ['F112']
  ]
])('refused is %s', (_what, request, codes) => {
  const known = request.Vaksinand.VaksinandUtenIdent === undefined ? person : undefined
  expect(codesOf(request, [], known)).toEqual(codes)
  expect(registrer([], { request, person: known, today }).after).toBe(undefined)
})

test('a consultation after death is refused, and one before it is not', () => {
  const dead = (dodsdato: string) => person && { ...person, dodsdato }
  expect([codesOf(usual, [], dead('2021-05-31')), codesOf(usual, [], dead('2021-06-01'))]).toEqual([['F111'], []])
})

test('the same person, day, vaccine and type is the same event: it is updated', () => {
  const deletion = changed({ HendelseAksjon: 'Sletting' })
  const { after } = registrer([usual.Hendelse], { request: deletion, person, today })
  expect([codesOf(deletion, [usual.Hendelse]), after]).toEqual([['I101'], [deletion.Hendelse]])
})

test('another day is another event', () => {
  const other = changed({ Konsultasjonsdato: '2021-05-01' })
  const { after } = registrer([usual.Hendelse], { request: other, person, today })
  expect(after).toEqual([usual.Hendelse, other.Hendelse])
})

test('a deletion of what is unknown is kept as deleted', () => {
  const deletion = changed({ HendelseAksjon: 'Sletting' })
  expect(registrer([], { request: deletion, person, today }).after).toEqual([deletion.Hendelse])
})

test('a number that Folkeregisteret does not know is taken, and waits', () => {
  const { response } = registrer([], { request: usual, person: undefined, today })
  expect(response.Behandlingsresultat.Valideringsmelding?.map(({ Arsak }) => Arsak.V)).toEqual(['I102'])
})

test('somebody without a number who is found gets it in the answer', () => {
  const { response } = registrer([], { request: uten, person, today })
  expect([codesOf(uten), response.VaksinandIdent?.Id]).toEqual([['I104'], somebody.id])
})

/** A register with so many vaccinated. */
function registerWith(count: number) {
  const records = openRecords(openMemoryStore())
  const rng = createRng('vaksinerte')
  const ids = [somebody.id, ...Array.from({ length: count - 1 }, () => landscape.randomPerson(rng).id)]
  for (const id of ids) {
    const who = folkeregister(id)
    if (who) records.save(id, who.fodselsdato, [usual.Hendelse])
  }
  return {
    among: (first: string, last: string) => records.bornBetween(first, last).flatMap((id) => folkeregister(id) ?? []),
    person: folkeregister,
    recordOf: records.of
  }
}
const UtfortAvHelseenhet = { Id: '300000006', TypeId: { V: 'ENH', S: oidOf('9051') } }
const search = (criteria: Partial<SokRequest>, count = 50) => {
  const { Behandlingsresultat, Vaksinand = [] } = sok({ UtfortAvHelseenhet, ...criteria }, registerWith(count))
  const codes = (Behandlingsresultat.Valideringsmelding ?? []).map(({ Arsak }) => Arsak.V)
  return { codes, found: Vaksinand.length, vaccinations: Vaksinand.flatMap((one) => one.Vaksinasjon ?? []).length }
}

test('a search that one person answers to shows what they are vaccinated against', () => {
  const [YYYY = '', month = '', day = ''] = somebody.birthDate.split('-')
  const born = { YYYY, MM: `--${month}`, DD: `---${day}` }
  const whole = { Ident: { Id: somebody.id, TypeId: { V: 'FNR' } } }
  const one = { codes: [], found: 1, vaccinations: 1 }
  expect([search(whole), search({ FodtFraOgMed: born, FodtTilOgMed: born })]).toEqual([one, one])
})

test('a search that several answer to shows the persons alone, and no more than may be shown', () => {
  expect([search({}, 5), search({}, 50)]).toEqual([
    { codes: ['I103'], found: 5, vaccinations: 0 },
    { codes: ['I103', 'A802'], found: hitsMax, vaccinations: 0 }
  ])
})

test('a search for a day of no month, or from after to, is refused', () => {
  expect(search({ FodtFraOgMed: { YYYY: '1980', DD: '---01' } }).codes).toEqual(['F802'])
  expect(search({ FodtFraOgMed: { YYYY: '1980' }, FodtTilOgMed: { YYYY: '1979' } }).codes).toEqual(['F801'])
})

test('the lists that are asked for are answered, and no other', () => {
  const { Behandlingsresultat: _result, ...lists } = kodeverk({ KodeverkType: ['Vaksine', 'Varighet'] })
  expect(Object.entries(lists).map(([name, codes]) => [name, codes?.length])).toEqual([
    ['Vaksine', 65],
    ['Varighet', 3]
  ])
})
