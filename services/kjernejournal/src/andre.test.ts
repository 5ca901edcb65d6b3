/** What others have of a person is looked up with them when somebody looks (nhn.no, kjernejournal), and shown where it is open. */
import {
  contentOf,
  decodeMelding,
  encodeMelding,
  type Melding,
  payloadOf,
  readXml,
  type SokResponse
} from '@budstikka/meldinger'
import { ereseptSubjects, type GyldigeResepter, oppslagSubject } from '@budstikka/service'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { slattOpp } from './kjernejournal.examples.ts'
import { begins, openKjernejournal, parties, somebody } from './start.harness.ts'

const stopping = new AbortController()
let kj: Awaited<ReturnType<typeof openKjernejournal>>
/** What Reseptformidleren and SYSVAK were asked. */
let asked: { resepter: unknown[]; vaksiner: Melding[] }
let resepter: GyldigeResepter
/** What they answer instead, where a test says so. */
let instead: { resepter?: () => Uint8Array; vaksiner?: () => Uint8Array }
const { Vaksinasjon = [], ManglendeVaksinering } = slattOpp.vaksiner

beforeAll(async () => {
  kj = await openKjernejournal(stopping.signal)
  await kj.bus.serve({ name: 'andre', version: '0.0.0', description: 'Reseptformidleren and SYSVAK' }, [
    {
      name: 'gyldige',
      subject: ereseptSubjects.gyldige,
      answer({ body }) {
        asked.resepter.push(JSON.parse(Buffer.from(body).toString()))
        return instead.resepter?.() ?? Buffer.from(JSON.stringify(resepter))
      }
    },
    {
      name: 'sysvak',
      subject: oppslagSubject('8659-7', parties.sysvak.herId, parties.kj.herId, 'SOKREQUEST'),
      answer({ body }) {
        const question = meldingIn(body)
        asked.vaksiner.push(question)
        return instead.vaksiner?.() ?? Buffer.from(encodeMelding(answerTo(question)))
      }
    }
  ])
})
afterAll(() => stopping.abort())
beforeEach(() => {
  asked = { resepter: [], vaksiner: [] }
  resepter = { harLaste: false, resepter: slattOpp.resepter.slice() }
  instead = {}
})

function meldingIn(bytes: Uint8Array): Melding {
  const root = readXml(bytes)
  const decoded = 'reason' in root ? undefined : decodeMelding(root)
  return decoded?.type === 'melding' ? decoded.melding : expect.fail('a melding')
}

/** With a vaccination, one that was deleted, and one that was not given. */
function answerTo({ envelope }: Melding, HarValideringsFeil = 'false'): Melding {
  const nothing = { HarValideringsFeil, HarValideringsAdvarsel: 'false', HarValideringsInformasjon: 'false' }
  const person = { Fodselsdato: '1950-01-01', Kjonn: { V: '1', DN: 'Mann' } }
  const deleted = Vaksinasjon.map((one) => ({ ...one, HendelseAksjon: 'Sletting', Konsultasjonsdato: '2018-01-05' }))
  const found: SokResponse = {
    Behandlingsresultat: nothing,
    Vaksinand: [
      { ...person, Vaksinasjon: [...Vaksinasjon, ...deleted], ...(ManglendeVaksinering && { ManglendeVaksinering }) }
    ]
  }
  return {
    envelope: { ...envelope, type: 'SOKRESPONSE', sender: envelope.receiver, receiver: envelope.sender },
    payload: payloadOf('SokResponse', found),
    attachments: []
  }
}

/** Found, and said to be wrong. */
const sayingFeil = () => Buffer.from(encodeMelding(answerTo(asked.vaksiner.at(-1) ?? expect.fail('asked'), 'true')))
const failing = () => {
  throw new Error('fails')
}
const text = () => Buffer.from('<no answer')

type Bundle = { total: number; entry: { resource: { resourceType: string } }[] }
const typesIn = ({ entry }: Bundle) => entry.map(({ resource }) => resource.resourceType)

test('valid prescriptions and vaccinations are shown, and no vaccination that was deleted', async () => {
  const patient = somebody()
  const bundle: Bundle = await kj.journalOf(patient)
  expect(typesIn(bundle)).toEqual(['Patient', 'MedicationRequest', 'Immunization', 'Immunization'])
  expect(bundle).toMatchObject({
    total: 4,
    entry: [
      {},
      {
        resource: {
          identifier: [{ value: 'r3' }],
          status: 'active',
          medicationCodeableConcept: { text: 'Eksemplin tab 5 mg' },
          authoredOn: '2019-05-20',
          requester: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.4', value: '000123456' } },
          dispenseRequest: { validityPeriod: { end: '2020-05-20' }, numberOfRepeatsAllowed: 2 }
        }
      },
      { resource: { status: 'completed', occurrenceDateTime: '2019-01-05' } },
      { resource: { status: 'not-done' } }
    ]
  })
})

test('Reseptformidleren is asked for who looks and when, SYSVAK by the whole number and for the enterprise that looks', async () => {
  const patient = somebody()
  await kj.journalOf(patient)
  expect(asked.resepter).toEqual([{ fodselsnummer: patient, hprNummer: '0123456', at: begins }])
  expect(asked.vaksiner.map(({ envelope }) => envelope)).toMatchObject([
    { type: 'SOKREQUEST', genDate: new Date(begins).toISOString() }
  ])
  expect(asked.vaksiner.map(({ payload }) => contentOf(payload, 'SokRequest'))).toMatchObject([
    {
      content: {
        UtfortAvHelseenhet: { Id: parties.legevakt.organisation.organisationNumber, TypeId: { V: 'ENH' } },
        Ident: { Id: patient, TypeId: { V: 'FNR' } }
      }
    }
  ])
})

test('what is closed is not even asked for, until consent opens it', async () => {
  const patient = somebody()
  await kj.choose(patient, { type: 'sperring', deler: ['legemidler', 'vaksiner'] })
  const closed: Bundle = await kj.journalOf(patient)
  expect([typesIn(closed), asked]).toEqual([['Patient', 'OperationOutcome'], { resepter: [], vaksiner: [] }])
  const opened: Bundle = await kj.journalOf(patient, { apner: 'SAMTYKKE' })
  expect(typesIn(opened)).toEqual(['Patient', 'MedicationRequest', 'Immunization', 'Immunization'])
})

test('nobody is asked where the look-up wants what is kept here alone', async () => {
  const bundle: Bundle = await kj.journalOf(somebody(), { kunEget: true })
  expect([typesIn(bundle), asked]).toEqual([['Patient'], { resepter: [], vaksiner: [] }])
})

test('nobody is asked about one who has reserved', async () => {
  const patient = somebody()
  await kj.choose(patient, { type: 'reservasjon', reservert: true })
  await kj.journalOf(patient)
  expect(asked).toEqual({ resepter: [], vaksiner: [] })
})

test('HelseIndikator tells that there are medicines when one is prescribed, and that some are locked', async () => {
  const indikator = (more: object = {}) =>
    kj.ask('helseindikator', parties.legevakt.herId, {
      fodselsnummer: somebody(),
      hprNummer: '0123456',
      rolle: 'LE',
      grunnlag: 'SAMTYKKE',
      ...more
    })
  const returTekst = 'Kjernejournal er tilgjengelig'
  expect(await indikator()).toMatchObject({ harLegemidler: true, harLasteResepter: false, returTekst })
  resepter = { harLaste: true, resepter: [] }
  expect(await indikator()).toMatchObject({ harLegemidler: false, harLasteResepter: true })
  const closing = somebody()
  await kj.choose(closing, { type: 'sperring', deler: ['legemidler'] })
  expect(await indikator({ fodselsnummer: closing })).toMatchObject({
    harLegemidler: false,
    harLasteResepter: false,
    returTekst
  })
})

test('HelseIndikator says that Reseptformidleren did not answer, so that nobody takes it for no medicines', async () => {
  instead = { resepter: failing }
  const asks = { hprNummer: '0123456', rolle: 'LE', grunnlag: 'SAMTYKKE' }
  const indikator = (fodselsnummer: string) =>
    kj.ask('helseindikator', parties.legevakt.herId, { fodselsnummer, ...asks })
  expect(await indikator(somebody())).toMatchObject({
    status: 2,
    harLegemidler: false,
    returTekst: 'Kjernejournal er tilgjengelig. Reseptformidleren svarte ikke'
  })
  const blocking = somebody()
  await kj.choose(blocking, { type: 'blokkering', hprNumre: ['7654321'] })
  expect(await indikator(blocking)).toMatchObject({ returTekst: 'Kjernejournal er tilgjengelig' })
})

test('whoever does not answer is named, and the rest is shown', async () => {
  const ending = new AbortController()
  const alone = await openKjernejournal(ending.signal)
  const bundle: Bundle = await alone.journalOf(somebody())
  expect(bundle).toMatchObject({
    total: 1,
    entry: [
      {},
      { resource: { issue: [{ code: 'incomplete', details: { text: 'Svarte ikke: Reseptformidleren, SYSVAK' } }] } }
    ]
  })
  ending.abort()
})

test.each([
  ['Reseptformidleren fails', { resepter: failing }, 'Reseptformidleren'],
  ['SYSVAK fails', { vaksiner: failing }, 'SYSVAK'],
  ['Reseptformidleren answers what is no JSON', { resepter: text }, 'Reseptformidleren'],
  ['Reseptformidleren answers another JSON', { resepter: () => Buffer.from('{"resepter":1}') }, 'Reseptformidleren'],
  ['SYSVAK answers what is no XML', { vaksiner: text }, 'SYSVAK'],
  ['SYSVAK answers HarValideringsFeil', { vaksiner: sayingFeil }, 'SYSVAK']
])('where %s, that one is named, and the rest is shown', async (_what, answers, name) => {
  instead = answers
  const bundle: Bundle = await kj.journalOf(somebody())
  const others = name === 'SYSVAK' ? ['MedicationRequest'] : ['Immunization', 'Immunization']
  expect(typesIn(bundle)).toEqual(['Patient', ...others, 'OperationOutcome'])
  expect(bundle.entry.at(-1)).toMatchObject({ resource: { issue: [{ details: { text: `Svarte ikke: ${name}` } }] } })
})
