/** Reseptformidleren and others, and what it reports to kjernejournal, for the tests. */
import { addressOf, type Forskrivning, type Melding, Party, type Payload, payloadOf } from '@budstikka/meldinger'
import { createRegister } from '@budstikka/service'
import { now, patient } from './kjernejournal.examples.ts'

const organisation = { herId: '9', name: 'Norge', organisationNumber: '300000010', businessType: '113' }
const party = (herId: string, tjeneste: string) =>
  Party.parse({ herId, name: `Part ${herId}`, tjeneste, organisation, active: true })
export const [formidler, kj, apotek] = [party('1', '8658-1'), party('2', '8658-2'), party('3', '8664-PR')]
export const register = createRegister([formidler, kj, apotek])

type About = { readonly from?: Party; readonly id?: string; readonly msgId?: string }

export const meldingTo = (
  type: string,
  payload: Payload,
  { from = formidler, id = patient, msgId = '00000000-0000-8000-8000-000000000001' }: About = {}
): Melding => ({
  envelope: {
    type,
    msgId,
    genDate: new Date(now).toISOString(),
    sender: addressOf(from),
    receiver: addressOf(kj),
    copies: [],
    patient: { givenName: 'Rolig', familyName: 'Fjell', idents: [{ id, kind: 'FNR' }] }
  },
  payload,
  attachments: []
})

export const cv = (list: string, V: string, DN: string) => ({ V, S: `2.16.578.1.12.4.1.1.${list}`, DN })
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
export const medicine = {
  Varegruppekode: { V: 'L', DN: 'Legemiddel' },
  Antall: '2',
  Reiterasjon: '0',
  Forskrivning: forskrivning
}
export const m81 = (m10: string, date: string, more: object = {}, about: object = {}) =>
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
