/** What kjernejournal takes over from Reseptformidleren, and from nobody else. */
import {
  addressOf,
  encodePart,
  type Forskrivning,
  HerId,
  type Melding,
  Party,
  type Payload,
  payloadOf
} from '@budstikka/meldinger'
import { createRegister } from '@budstikka/service'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { now, numberOf, patient } from './kjernejournal.examples.ts'
import { openRecords } from './records.ts'
import { kjernejournal } from './service.ts'

const organisation = { herId: '9', name: 'Norge', organisationNumber: '300000010', businessType: '113' }
const party = (herId: string, tjeneste: string) =>
  Party.parse({ herId, name: `Part ${herId}`, tjeneste, organisation, active: true })
const [formidler, kj, apotek] = [party('1', '8658-1'), party('2', '8658-2'), party('3', '8664-PR')]
const register = createRegister([formidler, kj, apotek])

function world() {
  const records = openRecords(openMemoryStore())
  const service = kjernejournal(records, () => undefined, 0)
  const take = (melding: Melding, at = now) =>
    service.handle({}, { type: 'melding', melding, to: HerId.parse('2'), role: 'PRIM' }, { now: at, register })
  return { records, take }
}

const melding = (type: string, payload: Payload, from = formidler, id = patient): Melding => ({
  envelope: {
    type,
    msgId: '00000000-0000-8000-8000-000000000001',
    genDate: new Date(now).toISOString(),
    sender: addressOf(from),
    receiver: addressOf(kj),
    copies: [],
    patient: { givenName: 'Rolig', familyName: 'Fjell', idents: [{ id, kind: 'FNR' }] }
  },
  payload,
  attachments: []
})

const cv = (list: string, V: string, DN: string) => ({ V, S: `2.16.578.1.12.4.1.1.${list}`, DN })
const forskrivning: Forskrivning = {
  DosVeiledEnkel: '1 tablett morgen',
  Bruksomrade: 'Mot høyt blodtrykk',
  Legemiddelpakning: {
    Atc: cv('7180', 'C07AB02', 'Metoprolol'),
    NavnFormStyrke: 'Eksemplin tab 5 mg',
    Reseptgruppe: { V: 'C', DN: 'Reseptgruppe C' },
    LegemiddelformKort: cv('7448', '53', 'Tablett'),
    Varenr: '000001'
  }
}
const medicine = {
  Varegruppekode: { V: 'L', DN: 'Legemiddel' },
  Antall: '2',
  Reiterasjon: '0',
  Forskrivning: forskrivning
}
const m81 = (m10: string, date: string, more: object = {}, about: object = {}) =>
  payloadOf('M8.1', {
    Utlevering: {
      ReseptId: 'r1',
      Utleveringsdato: date,
      Annullering: 'false',
      ReseptDokLegemiddel: medicine,
      Utleverer: { HerId: { Id: '3', TypeId: cv('9051', 'HER', 'HER-id') }, Navn: 'Apotek 1' },
      ...more
    },
    ReferanseM10: m10,
    ...about
  })

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
