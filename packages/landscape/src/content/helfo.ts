/** What is sent to Helfo: questions about frikort, one or many at a time, and claims of a doctor's office or a hospital. */
import { oidOf, type Payload, payloadOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { dateOf, dateTimeOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'

/** LE a doctor, PO a hospital's outpatients (HIS 1024, tak 1). */
const tjenestetypeOf = ({ from }: Occasion) => (from.organisation.businessType === '101' ? 'PO' : 'LE')
const frikortOf = (occasion: Occasion) => ({
  BorgerFnr: occasion.patient.id ?? '',
  Dato: dateOf(occasion.at),
  TjenestetypeKode: tjenestetypeOf(occasion)
})

export const egenandelForesporsel = (occasion: Occasion): Payload =>
  payloadOf('EgenandelForesporselV2', { HarBorgerFrikort: frikortOf(occasion) })

/** Those who have an appointment, asked for by night: the patient of the happening stands for them. */
export const egenandelMengde = (occasion: Occasion): Payload =>
  payloadOf('EgenandelMengdeForesporselV2', { HarBorgerFrikort: [frikortOf(occasion)] })

/**
 * LOM and POM; with detail 'feil-antall' they say another number of bills than they have, with 'samme-regningsnummer' two bills have one
 * number. Amounts are invented; no takst is named, since no list is at hand.
 */
export function behandlerkrav({ at, patient, detail, id }: Occasion, rng: Rng): Payload {
  const egenandel = pick(rng, [160, 214, 280])
  const refusjon = whole(rng, 100, 900)
  const bill = {
    BetaltEgenandel: { korrigering: 'false', erBetalt: 'true' },
    RegningNr: id.slice(-20),
    DatoTid: dateTimeOf(at),
    Patient: {
      FamilyName: patient.familyName,
      GivenName: patient.givenName,
      Ident: {
        Id: patient.id ?? '',
        TypeId:
          (patient.id ?? '') < '4'
            ? { V: 'FNR', S: oidOf('8116'), DN: 'Fødselsnummer' }
            : { V: 'DNR', S: oidOf('8116'), DN: 'D-nummer' }
      }
    },
    Behandling: { SumKrav: { EgenandelHonorar: nok(egenandel), Refusjon: nok(refusjon) } }
  }
  const times = detail === 'samme-regningsnummer' ? 2 : 1
  return payloadOf('BehandlerKrav', {
    Enkeltregning: [bill, ...(times === 2 ? [bill] : [])],
    Krav: { AntallRegninger: detail === 'feil-antall' ? '2' : String(times), SumKravSamlet: nok(times * refusjon) },
    navnEPJ: 'Budstikka'
  })
}

const nok = (amount: number) => ({ V: String(amount), U: 'NOK' })
