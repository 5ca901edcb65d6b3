/** Dispensings as Reseptformidleren reports them to kjernejournal (M8.1). */
import type { Person } from '@budstikka/landscape'
import { addressOf, dayOf, derivedUuid, type Melding, type Party, payloadOf } from '@budstikka/meldinger'
import type { OutMessage } from '@budstikka/transport'
import { messageOf } from '../measure/message-of.ts'

const begins = Date.UTC(2019, 0, 7, 10)
const dayMs = 86_400_000
const cv = (list: string, V: string, DN: string) => ({ V, S: `2.16.578.1.12.4.1.1.${list}`, DN })

/** `count` of one medicine each, a day apart. */
export const dispensings = (who: {
  readonly formidler: Party
  readonly kj: Party
  readonly patient: Person
  readonly count: number
}): OutMessage[] =>
  Array.from({ length: who.count }, (_, number) =>
    messageOf(reportOf(who, number, begins + number * dayMs), who.formidler.herId, who.kj)
  )

function reportOf(
  { formidler, kj, patient }: { formidler: Party; kj: Party; patient: Person },
  number: number,
  at: number
) {
  const id = (what: string) => derivedUuid(at, what, String(number))
  const { id: fodselsnummer, givenName, familyName, sex } = patient
  return {
    envelope: {
      type: 'ERM81',
      msgId: id('M8.1'),
      genDate: new Date(at).toISOString(),
      conversation: { refToParent: id('M10'), refToConversation: id('M9.1') },
      sender: addressOf(formidler),
      receiver: addressOf(kj),
      copies: [],
      patient: { givenName, familyName, sex, idents: [{ id: fodselsnummer, kind: 'FNR' }] }
    },
    payload: payloadOf('M8.1', {
      Utlevering: {
        ReseptId: id('M1'),
        Utleveringsdato: dayOf(at),
        Annullering: 'false',
        ReseptDokLegemiddel: medicine(number),
        Utleverer: { HerId: { Id: '1', TypeId: cv('9051', 'HER', 'HER-id') }, Navn: 'Apotek 1' }
      },
      ReferanseM10: id('M10')
    }),
    attachments: []
  } satisfies Melding
}

const medicine = (number: number) => ({
  Varegruppekode: { V: 'L', DN: 'Legemiddel' },
  Antall: '1',
  Reiterasjon: '0',
  Forskrivning: {
    DosVeiledEnkel: '1 tablett morgen og kveld',
    Bruksomrade: 'Mot høyt blodtrykk',
    Legemiddelpakning: {
      Atc: cv('7180', 'C07AB02', 'Metoprolol'),
      NavnFormStyrke: `Eksemplin ${number} tab 50 mg`,
      Reseptgruppe: { V: 'C', DN: 'Reseptgruppe C' },
      LegemiddelformKort: cv('7448', '53', 'Tablett'),
      Varenr: String(number).padStart(6, '0')
    }
  }
})
