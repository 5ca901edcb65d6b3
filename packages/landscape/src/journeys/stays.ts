/** Journeys of somebody in hospital, between the hospital and the municipality (80806 figure 1). */
import type { Script, Step } from './journey.ts'

const admitted: Step = { meldingType: 'LOG_INNLAGT', from: 'hospital', to: 'sykepleietjeneste' }
/** Within 24 hours of the admission; 9140 code 1. */
const needs: Step = {
  meldingType: 'HELSEOPPL_SOKNAD',
  from: 'hospital',
  to: 'saksbehandling',
  detail: '1',
  wait: [0.1, 0.9]
}
/** At every change; 9140 code 2. */
const changedNeeds: Step = { ...needs, status: 'M', detail: '2', wait: [0.5, 3] }
const ready: Step = {
  meldingType: 'LOG_UTSKRIVNINGSKLAR',
  from: 'hospital',
  to: 'saksbehandling',
  wait: [0.5, 3]
}
const notReady: Step = { ...ready, meldingType: 'LOG_AVMELDING', wait: [0.2, 1] }
const report: Step = {
  meldingType: 'UTSKRIVNINGSRAPPORT',
  from: 'hospital',
  to: 'sykepleietjeneste',
  wait: [0.3, 2]
}
const discharged: Step = {
  meldingType: 'LOG_UTSKREVET',
  from: 'hospital',
  to: 'sykepleietjeneste',
  wait: [0.02, 0.2]
}
const decision: Step = {
  meldingType: 'ORIENTERING_TJENESTETILBUD',
  from: 'saksbehandling',
  to: 'fastlege',
  wait: [1, 4],
  refersTo: 'none'
}
/** Refers to the message at fault (HIS 1151); 8117 code 2: mangelfulle opplysninger. */
const deviation: Step = {
  meldingType: 'DIALOG_AVVIK',
  from: 'sykepleietjeneste',
  to: 'hospital',
  detail: '2',
  wait: [0.1, 1]
}

export const fullStay: Script = [admitted, needs, changedNeeds, ready, report, discharged, decision]
export const deferredStay: Script = [
  admitted,
  needs,
  changedNeeds,
  ready,
  notReady,
  { ...ready, wait: [0.5, 2] },
  report,
  discharged,
  decision
]
export const stayWithCopy: Script = [
  admitted,
  needs,
  changedNeeds,
  ready,
  { ...report, copies: ['sykehjemslege'] },
  discharged,
  decision
]
export const stayWithDeviation: Script = [admitted, { ...report, wait: [0.5, 3] }, deviation]

const dischargedSoon: Step = { ...discharged, wait: [0.5, 3] }
export const shortStay: Script = [admitted, dischargedSoon]
export const stayOfUnknownPatient: Script = [{ ...admitted, variant: 'poor-patient' }, dischargedSoon]
export const stayToldTwice: Script = [{ ...admitted, variant: 'resend' }, dischargedSoon]

const cancelled: Step = { ...admitted, status: 'C' }
export const mistakenAdmission: Script = [admitted, { ...cancelled, wait: [0.3, 1], refersTo: 0 }]
/** Acceptance criterion 22: the cancellation comes before what it cancels. */
export const cancelledBefore: Script = [
  { ...cancelled, refersTo: 1 },
  { ...admitted, wait: [0.02, 0.2], refersTo: 'none' }
]

/** 9152 code 8: status or plan for discharge. */
export const municipalityAsksHospital: Script = [
  { meldingType: 'DIALOG_FORESPORSEL', from: 'sykepleietjeneste', to: 'hospital', detail: '8' }
]
/** 9153 code 3: tjenestetilbud. */
export const hospitalAsksMunicipality: Script = [
  { meldingType: 'DIALOG_FORESPORSEL', from: 'hospital', to: 'sykepleietjeneste', detail: '3' }
]
