/** LOG_*: what happened to the patient and when; no clinical data (HIS 1149, PLO 1.6). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { beginning } from './beginning.ts'
import { cv, isCode } from './codes.ts'
import { dateOf, dateTimeOf } from './local-time.ts'
import { admittedAt, type Occasion } from './occasion.ts'

const dayMs = 24 * 60 * 60 * 1000

/** LOG_INNLAGT: date and clock time of the admission. */
export function innlagt(occasion: Occasion, rng: Rng) {
  const MeldingInnlagtPasient = { TidsfestetHendelse: happened('1', dateTimeOf(occasion.at), reason(occasion)) }
  return { ...beginning(occasion, rng), MeldingInnlagtPasient }
}

/** LOG_UTSKRIVNINGSKLAR: the admission, and the day from which the patient is ready. */
export function utskrivningsklar(occasion: Occasion, rng: Rng) {
  const ready = happened('3', dateOf(occasion.at), reason(occasion))
  return {
    ...beginning(occasion, rng),
    MeldingUtskrivningsklarPasient: { TidsfestetHendelse: [admission(occasion), ready] }
  }
}

/** LOG_AVMELDING: hendelse 4, with 1 and 3 repeated as the official samples do. */
export function avmelding(occasion: Occasion, rng: Rng) {
  const ready = happened('3', dateOf(occasion.at - dayMs))
  const withdrawn = happened('4', dateOf(occasion.at), reason(occasion) ?? pick(rng, withdrawals))
  return {
    ...beginning(occasion, rng),
    AvmeldingUtskrivningsklarPasient: { TidsfestetHendelse: [admission(occasion), ready, withdrawn] }
  }
}

/** LOG_UTSKREVET: where to (list 8408, the happening's detail) and when. */
export function utskrevet(occasion: Occasion, rng: Rng) {
  const to = isCode('8408', occasion.detail) ? occasion.detail : pick(rng, destinations)
  return {
    ...beginning(occasion, rng),
    MeldingOmUtskrevetPasient: {
      UtskrevetTil: { UtTil: cv('8408', to) },
      TidsfestetHendelse: happened('2', dateTimeOf(occasion.at), reason(occasion))
    }
  }
}

/** LOG_DOD: hendelse 13. */
export function dod(occasion: Occasion, rng: Rng) {
  const OrienteringOmDod = { TidsfestetHendelse: happened('13', dateTimeOf(occasion.at), reason(occasion)) }
  return { ...beginning(occasion, rng), OrienteringOmDod }
}

const admission = (occasion: Occasion) => happened('1', dateTimeOf(admittedAt(occasion)))

/** Anslag false is final: HIS 80704 and all official samples; HIS 1149 says the contrary. */
function happened(code: string, when: string, text?: string) {
  return {
    Hendelsekode: cv('9121', code),
    ...(text !== undefined && { BeskrivelseAvHendelse: text }),
    TidspunktForHendelse: { V: when },
    Anslag: 'false'
  }
}

/** A cancellation says why, as the official sample does. */
const reason = ({ status }: Occasion) =>
  status === 'C' ? 'Kansellering: Meldingen ble sendt på feil pasient' : undefined

const withdrawals = [
  'Endring i helsetilstand: pasienten fyller ikke lenger vilkårene for å være utskrivningsklar.',
  'Pasienten trenger flere undersøkelser før utskrivning.',
  'Nyoppstått feber; behandlingen fortsetter på sykehuset.'
]
const destinations = ['1', '1', '1', '1', '11', '11', '21', '3']
