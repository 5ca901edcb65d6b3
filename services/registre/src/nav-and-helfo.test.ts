/** NAV and Helfo: what they take, reject and answer, driven through what doctors send. */
import { createLandscape, createRng, type Hendelse, meldingOf } from '@budstikka/landscape'
import { contentOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { hear, lookUp } from './hear.ts'
import { helfo } from './helfo/take.ts'
import { nav } from './nav/take.ts'
import { folkeregisterOf } from './sysvak/folkeregister.ts'

const landscape = createLandscape({ year: 2021, seed: 's', size: { municipalities: 1 } })
const somebody = landscape.randomPerson(createRng('nav'), { bornFrom: 1950, bornTo: 1990 })
const actor = landscape.places[0]?.fastleger[0] ?? ''
const counterpart = landscape.find('8658-5')[0]?.herId ?? ''
const now = Date.UTC(2021, 5, 1, 10)
const context = { now, register: landscape }
const deaths = { told: () => undefined }

function open(ceilingKroner = 300) {
  const store = openMemoryStore()
  const folkeregister = folkeregisterOf(landscape.person, () => undefined)
  const registers = [
    nav(store, folkeregister),
    helfo({ store, folkeregister, parties: landscape, ceiling: ceilingKroner * 100 })
  ]
  return {
    /** What is answered: texts of a refusal, or types of meldinger. */
    send(melding: Melding) {
      const effects = hear(registers, deaths, { type: 'melding', melding, to: counterpart, role: 'PRIM' }, context)
      return effects.flatMap((effect) => {
        if (effect.type === 'receipt') return effect.refusal?.errors.map(({ text }) => text) ?? ['OK']
        return effect.type === 'send' ? [statusIn(effect.melding) ?? effect.melding.envelope.type] : []
      })
    },
    ask(melding: Melding) {
      const given = lookUp(registers, { melding, to: counterpart, isRepeated: false }, context)
      return given.type === 'answer' ? statusIn(given.melding) : given.refusal?.errors.map(({ text }) => text)
    }
  }
}

function statusIn({ payload }: Melding): string | undefined {
  const read = contentOf(payload, 'EgenandelSvarV2')
  return read.type === 'content' ? read.content.Status.DN : undefined
}

const sent = (meldingType: string, changes: Partial<Hendelse> = {}): Melding =>
  meldingOf(
    {
      id: 'h1',
      at: now,
      actor,
      counterpart,
      patient: somebody.id,
      meldingType,
      status: 'N',
      copies: [],
      variant: 'plain',
      expectsAnswer: false,
      ...changes
    },
    { register: landscape, person: landscape.person }
  )

test.each(['SYKMELD', 'LEGEERKL', 'DIALOG_NOTAT', 'LOM'])('%s is taken with a receipt, and no answer', (type) => {
  expect(open().send(sent(type))).toEqual(['OK'])
})

test('a sick note that comes again under another id is rejected, and another one is not', () => {
  const register = open()
  const again = { ...sent('SYKMELD'), envelope: sent('SYKMELD', { id: 'h2' }).envelope }
  expect([register.send(sent('SYKMELD')), register.send(again), register.send(sent('SYKMELD', { id: 'h3' }))]).toEqual([
    ['OK'],
    ['Sykmeldingen er mottatt før'],
    ['OK']
  ])
})

test.each([
  ['uten-periode', 'Sykmeldingen har ingen periode'],
  ['uten-arbeidsgiver', 'Det må stå om pasienten har arbeidsgiver']
])('a sick note %s is rejected', (detail, text) => {
  expect(open().send(sent('SYKMELD', { detail }))).toEqual([text])
})

type Sykmelding = Extract<ReturnType<typeof sykmeldingIn>, object>
const sykmeldingIn = ({ payload }: Melding) => {
  const read = contentOf(payload, 'HelseOpplysningerArbeidsuforhet')
  return read.type === 'content' ? read.content : expect.fail('a sick note')
}
const period = sykmeldingIn(sent('SYKMELD')).Aktivitet?.Periode[0] ?? expect.fail('a period')
test.each<[string, Partial<Sykmelding>, string]>([
  [
    'a diagnosis without a list',
    { MedisinskVurdering: { HovedDiagnose: { Diagnosekode: { V: 'T93', DN: 'Lipidforstyrrelse' } } } },
    'Hoveddiagnose eller bidiagnose mangler kode, kodeverk eller navn'
  ],
  [
    'a reason that list 8132 does not have',
    {
      Aktivitet: {
        Periode: [
          {
            PeriodeFOMDato: period.PeriodeFOMDato,
            PeriodeTOMDato: period.PeriodeTOMDato,
            AktivitetIkkeMulig: { Arbeidsplassen: { Arsakskode: [{ V: '2' }] } }
          }
        ]
      }
    },
    'Årsakskoden finnes ikke'
  ],
  [
    'a doctor without a number',
    { Behandler: { ...sykmeldingIn(sent('SYKMELD')).Behandler, Id: [{ Id: '', TypeId: { V: 'HPR' } }] } },
    'Behandler må ha fødselsnummer eller HPR-nummer'
  ]
])('a sick note with %s is rejected', (_what, changes, text) => {
  const melding = sent('SYKMELD')
  const payload = payloadOf('HelseOpplysningerArbeidsuforhet', { ...sykmeldingIn(melding), ...changes })
  expect(open().send({ ...melding, payload })).toEqual([text])
})

test('a claim that says another number of bills is rejected, and counts for nobody', () => {
  const register = open(1)
  expect([register.send(sent('LOM', { detail: 'feil-antall' })), register.ask(sent('EgenandelForesporselV2'))]).toEqual(
    [['Antall regninger stemmer ikke med kravet'], 'Ingen data']
  )
})

test('whoever has paid up to the ceiling has a frikort, and the next question shows it', () => {
  const register = open(300)
  const claims = Array.from({ length: 2 }, (_, i) => sent('LOM', { id: `krav${i}` }))
  const before = register.send(sent('EgenandelForesporselV2'))
  for (const claim of claims) register.send(claim)
  expect([before, register.ask(sent('EgenandelForesporselV2', { id: 'h2' }))]).toEqual([['OK', 'Ingen data'], 'Ja'])
})

test('an answer to many repeats what was asked, one by one', () => {
  expect(open().send(sent('EgenandelMengdeForesporselV2'))).toEqual(['OK', 'EgenandelMengdeSvarV2'])
})

const fritak = (herId: string, patient = somebody.id) => ({
  ...sent('EgenandelForesporselV2', { actor: herId }),
  payload: payloadOf('EgenandelForesporselV2', { HarBorgerEgenandelfritak: { BorgerFnr: patient, Dato: '2021-06-01' } })
})
test('an exemption is for pharmacies to ask for, and children under 16 have it', () => {
  const child = landscape.randomPerson(createRng('barn'), { bornFrom: 2010, bornTo: 2012 })
  const pharmacy =
    landscape.find('8664-FR').find(({ organisation }) => organisation.businessType === '108')?.herId ?? ''
  expect([open().ask(fritak(actor)), open().ask(fritak(pharmacy)), open().ask(fritak(pharmacy, child.id))]).toEqual([
    ['Bare apotek og bandasjister kan spørre om egenandelfritak'],
    'Ingen data',
    'Ja'
  ])
})

test('what could be a real person is refused, whichever register it is for', () => {
  const real = '01010112345'
  const payload = payloadOf('EgenandelForesporselV2', {
    HarBorgerFrikort: { BorgerFnr: real, Dato: '2021-06-01', TjenestetypeKode: 'LE' }
  })
  expect(open().ask({ ...sent('EgenandelForesporselV2'), payload })).toEqual([
    'Budstikka tar bare imot syntetiske personer'
  ])
})

test('a sick note cannot be looked up, and a type that nobody takes is refused', () => {
  const types = 'EgenandelForesporselV2, EgenandelMengdeForesporselV2'
  expect(open().ask(sent('SYKMELD'))).toEqual([`Registeret tar imot ${types}`])
  expect(open().send(sent('DIALOG_HELSEFAGLIG'))).toMatchObject([expect.stringContaining('SYKMELD')])
})
