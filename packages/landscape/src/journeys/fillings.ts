/** Single meldinger by row of the plan, which fill what the journeys leave: those that nobody answers, or all with one answer each. All weights are assumed. */
import { innbyggerdialoger } from '../innbyggerdialoger.ts'
import type { Script } from './journey.ts'
import { frikortFillings, navFillings } from './nav-and-helfo.ts'
import type { Role } from './roles.ts'
import { vaccinationFillings } from './vaccinations.ts'

/** `weight` is among those of a row. */
export type Filling = { readonly script: Script; readonly weight: number }

/** FRAVARSMELDING stands in version 1.5 only and went out with 1.6; we send it until 2020. The year is assumed. */
const absenceUntil = 2020

/** By the type of the row; what has none here is not replayed. */
const fillings: Readonly<Record<string, readonly (Filling & { readonly until?: number })[]>> = {
  'care hf-to-municipality': [
    // Alone for those who have home help only.
    single('LOG_UTSKREVET', 'hospital', 'sykepleietjeneste', 5),
    single('DIALOG_HELSEFAGLIG', 'hospital', 'sykepleietjeneste', 5, '6')
  ],
  'care municipality-to-hf': [
    // The municipality knows of the admission before it is told.
    single('INNLEGGELSESRAPPORT', 'sykepleietjeneste', 'hospital', 4),
    single('DIALOG_HELSEFAGLIG', 'sykepleietjeneste', 'hospital', 6, '6')
  ],
  'care municipality-to-gp': [
    single('HELSEOPPLYSNINGER_LEGE', 'sykepleietjeneste', 'fastlege', 25, '2'),
    single('ORIENTERING_TJENESTETILBUD', 'saksbehandling', 'fastlege', 35),
    single('DIALOG_HELSEFAGLIG', 'sykepleietjeneste', 'fastlege', 37, '6'),
    single('LOG_DOD', 'sykepleietjeneste', 'fastlege', 2),
    { ...single('FRAVARSMELDING', 'sykepleietjeneste', 'fastlege', 1), until: absenceUntil }
  ],
  'care gp-to-municipality': [
    single('MEDISINSKE_OPPLYSNINGER', 'fastlege', 'sykepleietjeneste', 18, '1'),
    single('DIALOG_HELSEFAGLIG', 'fastlege', 'sykepleietjeneste', 80, '6'),
    single('LOG_DOD', 'fastlege', 'sykepleietjeneste', 2)
  ],
  'discharge letters (EPIKRISE)': [single('EPIKRISE', 'avdeling', 'fastlege', 1)],
  'referral (HENVISNING*)': [
    single('HENVISNING_NYTILSTAND', 'fastlege', 'avdeling', 9),
    single('HENVISNING_NYTILSTAND', 'fastlege', 'avdeling', 1, '0')
  ],
  // The rest of the answers by field: 60, 20, 12, 6 and 2 %; their requisitions come on paper.
  'answer reports (SVAR_*)': [
    single('SVAR_LAB', 'laboratorium', 'fastlege', 40),
    single('SVAR_LAB', 'laboratorium', 'avdeling', 15),
    single('SVAR_LAB', 'laboratorium', 'sykehjemslege', 5),
    single('SVAR_MBIO', 'mikrobiologi', 'fastlege', 20),
    single('SVAR_RTG', 'bildediagnostikk', 'fastlege', 12),
    single('SVAR_HIST', 'patologi', 'fastlege', 4),
    single('SVAR_CYT', 'patologi', 'fastlege', 2),
    single('SVAR_KKL', 'laboratorium', 'fastlege', 2)
  ],
  'requisitions (REQ_*)': [
    single('REQ_LAB', 'fastlege', 'laboratorium', 8),
    single('REQ_RTG', 'avdeling', 'bildediagnostikk', 2)
  ],
  'dialogue outside care': [
    single('DIALOG_HELSEFAGLIG', 'avdeling', 'fastlege', 5, '6'),
    single('DIALOG_HELSEFAGLIG', 'fastlege', 'avdeling', 5, '6')
  ],
  // Never dispensed.
  'M1 prescribed, primary care': [single('ERM1', 'fastlege', 'reseptformidler', 1, 'x1')],
  'M1 prescribed, hospital': [single('ERM1', 'forskrivning', 'reseptformidler', 1, 'x1')],
  // A handful that divides into no journey: dispensed on paper, and reported all the same.
  'M10 dispensed': [single('ERM10', 'apotek', 'reseptformidler', 1, 'papir')],
  // What no journey has: refunds applied for.
  'other e-prescription messages': [single('ERM2', 'fastlege', 'helfo', 1)],
  // Older versions, by the letter that they have for a type.
  'unidentified formats': [
    single('S', 'laboratorium', 'fastlege', 5),
    single('E', 'avdeling', 'fastlege', 3),
    single('R', 'fastlege', 'laboratorium', 2)
  ],
  'SYSVAK messages': vaccinationFillings,
  'frikort/egenandel (NAV and HELFO)': frikortFillings,
  'NAV sick notes and statements, settlement claims': navFillings,
  // Each is answered.
  ...Object.fromEntries(
    Object.entries(innbyggerdialoger).map(([type, { receiver, asks }]) => [
      type,
      Object.entries(asks).map(([code, { weight }]) => single(type, 'helsenorge', receiver, weight, code))
    ])
  )
}

/** Undefined where nobody sends what the row is about. */
export function fillingsOf(type: string, year: number): readonly Filling[] | undefined {
  return fillings[type]?.filter(({ until = year }) => year <= until)
}

function single(meldingType: string, from: Role, to: Role, weight: number, detail?: string): Filling {
  return { script: [{ meldingType, from, to, ...(detail !== undefined && { detail }) }], weight }
}
