/** Journeys of somebody at home, between the municipality and the GP. */
import type { Script, Step } from './journey.ts'

const toGp = { from: 'sykepleietjeneste', to: 'fastlege' } as const
const toMunicipality = { from: 'fastlege', to: 'sykepleietjeneste' } as const

/** 9137 code 3: ønske om legevurdering. */
const wish: Step = { meldingType: 'HELSEOPPLYSNINGER_LEGE', ...toGp, detail: '3' }
export const wishForAssessment: Script = [wish]
export const wishForUnknownPatient: Script = [{ ...wish, variant: 'poor-patient' }]

/** What municipalities ask GPs for, by 9152: helseopplysninger, legemiddelopplysninger, fornye resept, time. */
export const municipalityAsksGp = (detail: '1' | '4' | '6' | '7'): Script => [
  { meldingType: 'DIALOG_FORESPORSEL', ...toGp, detail }
]
/** What GPs ask municipalities for, by 9153: tjenestetilbud, tilstandsvurdering. */
export const gpAsksMunicipality = (detail: '3' | '5'): Script => [
  { meldingType: 'DIALOG_FORESPORSEL', ...toMunicipality, detail }
]

/** Whoever dies at home: the GP is told, and the hospital's letter comes after; it is taken as any other. */
export const deathBeforeLetter: Script = [
  { meldingType: 'LOG_DOD', ...toGp },
  { meldingType: 'EPIKRISE', from: 'avdeling', to: 'fastlege', wait: [1, 5], refersTo: 'none' }
]

/** 7322 code 6: henvendelse om pasient. */
const remark: Step = { meldingType: 'DIALOG_HELSEFAGLIG', ...toMunicipality, detail: '6' }
export const remarkSentTwice: Script = [{ ...remark, variant: 'resend' }]
export const remarkWithCopy: Script = [{ ...remark, copies: ['sykehjemslege'] }]
/** A decision that reached the wrong GP: 8117 code 1, feil adressat (HIS 1151). */
export const decisionToWrongGp: Script = [
  { meldingType: 'ORIENTERING_TJENESTETILBUD', from: 'saksbehandling', to: 'fastlege' },
  { meldingType: 'DIALOG_AVVIK', from: 'fastlege', to: 'saksbehandling', detail: '1', wait: [0.05, 1] }
]
