/** Journeys between the GP, the hospital's departments and its laboratories. */
import type { Script, Step } from './journey.ts'
import type { Role } from './roles.ts'

/** 7322 code 8: forespørsel om helseopplysninger; a dialogue is answered by the next melding of it (HIS 1077). */
export const gpAsksHospital: Script = [
  { meldingType: 'DIALOG_HELSEFAGLIG', from: 'fastlege', to: 'avdeling', detail: '8' },
  { meldingType: 'DIALOG_HELSEFAGLIG', from: 'avdeling', to: 'fastlege', detail: '6', wait: [0.1, 3] }
]

const referral: Step = { meldingType: 'HENVISNING_NYTILSTAND', from: 'fastlege', to: 'avdeling' }
/** Status på henvisning (HIS 1206), list 9148, within the ten days in which a referral is assessed. */
const answered = (detail: '1' | '2' | '3' | '4'): Step => ({
  meldingType: 'DIALOG_STATUS_HENVISNING',
  from: 'avdeling',
  to: 'fastlege',
  detail,
  wait: [1, 9]
})
export const referralTakenIn: Script = [referral, answered('1')]
export const referralWithRight: Script = [referral, answered('2')]
export const referralRefused: Script = [referral, answered('4')]
export const referralSentOn: Script = [
  referral,
  { meldingType: 'HENVISNING_VIDERE', from: 'avdeling', to: 'annenAvdeling', wait: [1, 8], refersTo: 'none' },
  { ...answered('3'), wait: [0.01, 0.1], refersTo: 0 }
]
export const referralTakenBack: Script = [
  referral,
  { ...referral, status: 'M', wait: [0.5, 3] },
  { ...referral, status: 'C', wait: [0.5, 3], refersTo: 0 }
]

const letter: Step = { meldingType: 'EPIKRISE', from: 'avdeling', to: 'fastlege' }
export const letterCorrected: Script = [letter, { ...letter, status: 'M', wait: [0.2, 3] }]
export const letterTakenBack: Script = [letter, { ...letter, status: 'C', wait: [0.1, 1] }]
/** To the nursing home that takes the patient over, with the patient's fastlege as copy. */
export const letterWithCopy: Script = [{ ...letter, to: 'sykehjemslege', copies: ['fastlege'] }]
/** Refused with E35: the patient has no journal there (HITS 1168 §6.2). */
export const letterToWrongGp: Script = [
  { ...letter, to: 'annenFastlege' },
  { ...letter, wait: [0.2, 2], refersTo: 'none' }
]

/** A requisition by its ending in list 8279, and its answer. */
export const answeredRequisition = (field: string, from: Role, to: Role, days: readonly [number, number]): Script => [
  { meldingType: `REQ_${field}`, from, to },
  { meldingType: `SVAR_${field}`, from: to, to: from, wait: days }
]
/** Cultures grow: first a preliminary report, then the final one in its place (7306 P and F). */
export const preliminaryFirst: Script = [
  { meldingType: 'REQ_MBIO', from: 'fastlege', to: 'mikrobiologi' },
  { meldingType: 'SVAR_MBIO', from: 'mikrobiologi', to: 'fastlege', detail: 'P', wait: [0.5, 1] },
  { meldingType: 'SVAR_MBIO', from: 'mikrobiologi', to: 'fastlege', status: 'M', detail: 'F', wait: [1, 3] }
]
/** A special stain after the report: a supplement (7309 A). */
export const supplementAfter: Script = [
  { meldingType: 'REQ_HIST', from: 'avdeling', to: 'patologi' },
  { meldingType: 'SVAR_HIST', from: 'patologi', to: 'avdeling', wait: [2, 5] },
  { meldingType: 'SVAR_HIST', from: 'patologi', to: 'avdeling', status: 'A', detail: 'A', wait: [2, 5] }
]
/** A wrong value, corrected. */
export const resultCorrected: Script = [
  { meldingType: 'REQ_LAB', from: 'fastlege', to: 'laboratorium' },
  { meldingType: 'SVAR_LAB', from: 'laboratorium', to: 'fastlege', wait: [0.2, 1] },
  { meldingType: 'SVAR_LAB', from: 'laboratorium', to: 'fastlege', status: 'M', wait: [0.1, 1] }
]
