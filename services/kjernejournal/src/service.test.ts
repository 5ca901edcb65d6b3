/** What kjernejournal takes over from Reseptformidleren, and from nobody else. */
import { encodePart, HerId, type Melding, type Payload, payloadOf } from '@budstikka/meldinger'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { now, numberOf, patient } from './kjernejournal.examples.ts'
import { openRecords } from './records.ts'
import { apotek, cv, formidler, m81, medicine, meldingTo, register } from './service.examples.ts'
import { kjernejournal } from './service.ts'

function world() {
  const records = openRecords(openMemoryStore())
  const service = kjernejournal(records, () => undefined, 0)
  const take = (melding: Melding, at = now) =>
    service.handle({}, { type: 'melding', melding, to: HerId.parse('2'), role: 'PRIM' }, { now: at, register })
  return { records, take }
}

const melding = (type: string, payload: Payload, from = formidler, id = patient) =>
  meldingTo(type, payload, { from, id })

const legemiddel = {
  navn: 'Eksemplin tab 5 mg',
  atc: { code: 'C07AB02', name: 'Metoprolol' },
  form: { code: '53', name: 'Tablett' },
  varenr: '000001',
  dosering: '1 tablett morgen',
  bruksomrade: 'Mot høyt blodtrykk'
}

test('a dispensing is kept as it was reported, and receipted', () => {
  const { records, take } = world()
  expect(take(melding('ERM81', m81('a', '2019-05-02', {}, { Papirresept: 'true' })))).toEqual([{ type: 'receipt' }])
  expect(records.journalOf(patient).legemidler).toEqual([
    { id: 'a', reseptId: 'r1', at: Date.UTC(2019, 4, 2), legemiddel, antall: '2', utleverer: 'Apotek 1', isPapir: true }
  ])
})

test('an annulment takes back the dispensing that it names, and a reference number tells of a locked prescription', () => {
  const { records, take } = world()
  for (const id of ['a', 'b']) take(melding('ERM81', m81(id, '2019-05-02', {}, { RefNr: '12345678901234' })))
  take(melding('ERM81', m81('c', '2019-05-03', { Annullering: 'true', AnnulleringsId: 'a' })))
  expect(records.journalOf(patient).legemidler).toMatchObject([{ id: 'b', isLast: true }])
})

test('a date may be written with a time zone, as in the official examples', () => {
  const { records, take } = world()
  take(melding('ERM81', m81('a', '2019-05-02+02:00')))
  expect(records.journalOf(patient).legemidler).toMatchObject([{ at: Date.UTC(2019, 4, 2) }])
})

test('a dispensing is shown for three years', () => {
  const { records, take } = world()
  take(melding('ERM81', m81('old', '2016-05-01')))
  take(melding('ERM81', m81('new', '2019-05-03')))
  expect(records.journalOf(patient).legemidler.map(({ id }) => id)).toEqual(['new'])
})

test('the list of medicines in use replaces the one before', () => {
  const { records, take } = world()
  const list = (Id: string, ReseptDokLegemiddelB64: string) =>
    payloadOf('M25.4', {
      EnkeltoppforingLIB: [
        { Id, Type: { V: 'U', DN: 'Uten resept' }, SistEndret: '2019-04-01T10:00:00Z', ReseptDokLegemiddelB64 }
      ]
    })
  take(melding('ERM254', list('1', encodePart('ReseptDokLegemiddel', medicine))))
  take(melding('ERM254', list('2', 'PGEvPg==')))
  expect(records.journalOf(patient).iBruk).toEqual([
    { id: '2', legemiddel: { navn: 'Ukjent legemiddel' }, endretAt: Date.UTC(2019, 3, 1, 10) }
  ])
})

test('reactions to medicines come with the list, and go with it', () => {
  const { records, take } = world()
  const Allergi = [
    {
      Reaksjon: cv('7497', '2', 'Blodtrykksfall'),
      Oppdatert: '2019-04-01T10:00:00Z',
      Kilde: cv('7498', '3', 'Pasientens egne opplysninger'),
      Legemiddelreaksjon: { Atc: cv('7180', 'J01CE02', 'Fenoksymetylpenicillin'), Virkestoff: ['Eksempel', 'Prøve'] },
      Avkreftet: 'true'
    }
  ]
  take(melding('ERM254', payloadOf('M25.4', { Allergi })))
  expect(records.journalOf(patient).allergier).toEqual([
    {
      atc: { code: 'J01CE02', name: 'Fenoksymetylpenicillin' },
      navn: 'Eksempel, Prøve',
      reaksjon: { code: '2', name: 'Blodtrykksfall' },
      kilde: { code: '3', name: 'Pasientens egne opplysninger' },
      isAvkreftet: true,
      oppdatertAt: Date.UTC(2019, 3, 1, 10)
    }
  ])
  take(melding('ERM254', payloadOf('M25.4', {})))
  expect(records.journalOf(patient).allergier).toEqual([])
})

test('medicines from anybody else are refused, and so is another melding', () => {
  const { records, take } = world()
  expect(take(melding('ERM81', m81('a', '2019-05-02'), apotek))).toMatchObject([
    { refusal: { errors: [{ code: 'X99' }] } }
  ])
  expect(take(melding('ERM6', m81('a', '2019-05-02')))).toMatchObject([{ refusal: { errors: [{ code: 'T10' }] } }])
  expect(records.journalOf(patient).legemidler).toEqual([])
})

test('of one who has reserved nothing is kept, and of one without a D-number’s kjernejournal neither', () => {
  const { records, take } = world()
  const withoutJournal = numberOf('1970-04-05', 100, true)
  records.save(patient, { ...records.journalOf(patient), valg: { reservertAt: now } })
  for (const id of [patient, withoutJournal])
    expect(take(melding('ERM81', m81('a', '2019-05-02'), formidler, id))).toEqual([{ type: 'receipt' }])
  expect([patient, withoutJournal].map((id) => records.journalOf(id).legemidler)).toEqual([[], []])
})
