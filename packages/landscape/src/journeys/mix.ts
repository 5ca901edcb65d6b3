/** How often each journey is taken. All shares are assumed: only the sums of the four directions were published. */
import * as home from './at-home.ts'
import type { Direction, Script } from './journey.ts'
import * as stays from './stays.ts'

/** A journey that makes up `share` of one direction's sendings. */
export type Portion = { readonly script: Script; readonly of: Direction; readonly share: number }

const fromHospital = (script: Script, share: number): Portion => ({ script, of: 'hf-to-municipality', share })
const toHospital = (script: Script, share: number): Portion => ({ script, of: 'municipality-to-hf', share })
const toGp = (script: Script, share: number): Portion => ({ script, of: 'municipality-to-gp', share })
const fromGp = (script: Script, share: number): Portion => ({ script, of: 'gp-to-municipality', share })

/** The rare ones first, so that small runs have them too. */
export const portions: readonly Portion[] = [
  fromHospital(stays.cancelledBefore, 0.002),
  fromHospital(stays.mistakenAdmission, 0.01),
  fromHospital(stays.stayOfUnknownPatient, 0.01),
  fromHospital(stays.stayToldTwice, 0.01),
  fromHospital(stays.stayWithDeviation, 0.005),
  fromHospital(stays.stayWithCopy, 0.03),
  fromHospital(stays.hospitalAsksMunicipality, 0.01),
  toHospital(stays.municipalityAsksHospital, 0.08),
  toGp(home.wishForUnknownPatient, 0.01),
  fromGp(home.remarkSentTwice, 0.01),
  fromGp(home.remarkWithCopy, 0.01),
  fromGp(home.decisionToWrongGp, 0.002),
  fromHospital(stays.deferredStay, 0.12),
  fromHospital(stays.fullStay, 0.5),
  fromHospital(stays.shortStay, 0.13),
  toGp(home.wishForAssessment, 0.22),
  toGp(home.municipalityAsksGp('1'), 0.07),
  toGp(home.municipalityAsksGp('4'), 0.07),
  toGp(home.municipalityAsksGp('6'), 0.04),
  toGp(home.municipalityAsksGp('7'), 0.02),
  fromGp(home.gpAsksMunicipality('3'), 0.06),
  fromGp(home.gpAsksMunicipality('5'), 0.06)
]

/** Single meldinger that nobody answers, by direction: they fill what the journeys leave. `weight` is among those of a direction. */
export type Filling = { readonly script: Script; readonly weight: number }

/** FRAVARSMELDING stands in version 1.5 only and went out with 1.6; we send it until 2020. The year is assumed. */
const absenceUntil = 2020

export function fillingsOf(direction: Direction, year: number): readonly Filling[] {
  switch (direction) {
    case 'hf-to-municipality':
      return [
        // Alone for those who have home help only.
        single('LOG_UTSKREVET', 'hospital', 'sykepleietjeneste', 5),
        single('DIALOG_HELSEFAGLIG', 'hospital', 'sykepleietjeneste', 5, '6')
      ]
    case 'municipality-to-hf':
      return [
        // The municipality knows of the admission before it is told.
        single('INNLEGGELSESRAPPORT', 'sykepleietjeneste', 'hospital', 4),
        single('DIALOG_HELSEFAGLIG', 'sykepleietjeneste', 'hospital', 6, '6')
      ]
    case 'municipality-to-gp':
      return [
        single('HELSEOPPLYSNINGER_LEGE', 'sykepleietjeneste', 'fastlege', 25, '2'),
        single('ORIENTERING_TJENESTETILBUD', 'saksbehandling', 'fastlege', 35),
        single('DIALOG_HELSEFAGLIG', 'sykepleietjeneste', 'fastlege', 37, '6'),
        single('LOG_DOD', 'sykepleietjeneste', 'fastlege', 2),
        ...(year <= absenceUntil ? [single('FRAVARSMELDING', 'sykepleietjeneste', 'fastlege', 1)] : [])
      ]
    case 'gp-to-municipality':
      return [
        single('MEDISINSKE_OPPLYSNINGER', 'fastlege', 'sykepleietjeneste', 18, '1'),
        single('DIALOG_HELSEFAGLIG', 'fastlege', 'sykepleietjeneste', 80, '6'),
        single('LOG_DOD', 'fastlege', 'sykepleietjeneste', 2)
      ]
  }
}

function single(
  meldingType: string,
  from: Script[number]['from'],
  to: Script[number]['to'],
  weight: number,
  detail?: string
): Filling {
  return { script: [{ meldingType, from, to, ...(detail !== undefined && { detail }) }], weight }
}
