/** What is written in e-resept: a prescription (M1), its recall (M5), what a pharmacy asks for (M3) and reports (M10), and a subscription to that (M24.1). */
import type { ContentOf, Payload } from '@budstikka/meldinger'
import { eReseptCs, payloadOf } from '@budstikka/meldinger'
import { expiryOf } from '../../fest/fest.ts'
import { dateOf } from '../local-time.ts'
import type { Occasion } from '../occasion.ts'
import { rekvireringOf, reseptDokLegemiddel } from './legemiddel.ts'

/** What a happening in e-resept says beyond its type (`detail`), as words joined by a blank. */
const details = ({ detail = '' }: Occasion) => detail.split(' ')
/** `x3`: the prescription will be dispensed three times. */
const dispensingsOf = (occasion: Occasion) =>
  Number(
    details(occasion)
      .find((word) => /^x\d+$/.test(word))
      ?.slice(1) ?? 1
  )
const says = (occasion: Occasion, word: string) => details(occasion).includes(word)

/** With `refusjon` it is for a medicine that is refunded, with `uten-mt` for one without marketing authorisation. */
const rekvireringFor = (occasion: Occasion) =>
  rekvireringOf(
    occasion.conversation,
    dispensingsOf(occasion),
    says(occasion, 'refusjon') ? 'blue' : says(occasion, 'uten-mt') ? 'uten-mt' : 'any'
  )

/**
 * M1: detail `x<dispensings>`; with `last` it is locked, and gets the reference number that is asked for before it is sent. Where it names
 * a pharmacy, that is asked to dispense it (EkspAnm).
 */
export function resept(occasion: Occasion): Payload {
  const rekvirering = rekvireringFor(occasion)
  const Forskrivningsdato = dateOf(occasion.at)
  return payloadOf('M1', {
    Forskrivningsdato,
    Utloper: expiryOf(Forskrivningsdato, rekvirering.legemiddel.varighet),
    ReseptDokLegemiddel: reseptDokLegemiddel(rekvirering),
    // Our FEST is as old as the year.
    OppdatertFest: `${Forskrivningsdato.slice(0, 4)}-01-01T00:00:00+01:00`,
    ...(occasion.from.organisation.businessType === '101' && { UtskrevetSykehus: 'true' }),
    EkspAnm: ekspederingsanmodning(occasion),
    LastResept: String(says(occasion, 'last'))
  })
}

function ekspederingsanmodning({ named, patient }: Occasion): ContentOf<'M1'>['EkspAnm'] {
  return (
    named && {
      Vilkar: 'true',
      MetodeEkspedering: eReseptCs('7404', 'U'),
      Utleverer: named.herId,
      Kontaktperson: `${patient.givenName} ${patient.familyName}`,
      OrgNrUtleverer: named.organisation.organisationNumber,
      UtlevererNavn: named.name
    }
  )
}

/** M5 with reason 2 (list 7500), seponering. */
export const tilbakekalling = ({ firstMsgId = '' }: Occasion): Payload =>
  payloadOf('M5', { ReseptId: firstMsgId, Arsak: { V: '2', S: '2.16.578.1.12.4.1.1.7500', DN: 'Seponering' } })

/** M3: what the journey began with is to be applied for. */
export const anmodning = ({ firstMsgId = '' }: Occasion): Payload => payloadOf('M3', { ReseptId: firstMsgId })

/** M10: detail `x<dispensings>`, with `siste` what closes the prescription, with `avbrutt` one that is given back. */
export function utleveringsrapport(occasion: Occasion): Payload {
  const { firstMsgId = '', at, from } = occasion
  const rekvirering = rekvireringFor(occasion)
  const isCancelled = says(occasion, 'avbrutt')
  return payloadOf('M10', {
    Utlevering: {
      ReseptId: firstMsgId,
      Utleveringsdato: dateOf(at),
      Annullering: 'false',
      Avsluttet: says(occasion, 'siste') ? { V: '1', DN: 'Ja' } : { V: '2', DN: 'Nei' },
      ...(!isCancelled && { ReseptDokLegemiddel: reseptDokLegemiddel(rekvirering) }),
      Utleverer: { HerId: herId(from.herId), Navn: from.name }
    },
    ...(isCancelled && { Kanselleringskode: { V: '1', DN: 'Ikke ønsket vare' } }),
    ReservasjonRapportFastlege: 'false',
    AnsattId: '990000000',
    ...(says(occasion, 'papir') && { Papirresept: 'true' })
  })
}

/** M24.1 for a year, by tacit consent, both our choice; detail `avmeldt`: no longer. List 7455 has one code. */
export const samtykke = (occasion: Occasion): Payload =>
  payloadOf('M24.1', {
    SamtykkeGittAv: eReseptCs('7456', '2'),
    SamtykkeTil: expiryOf(dateOf(occasion.at), { years: 1, days: 0 }),
    TypeSamtykke: { V: '1', DN: 'Samtykke for utleveringsmelding' },
    Samtykkeverdi: eReseptCs('1101', says(occasion, 'avmeldt') ? '2' : '1')
  })

const herId = (Id: string) => ({ Id, TypeId: { V: 'HER', S: '2.16.578.1.12.4.1.1.9051', DN: 'HER-id' } })
