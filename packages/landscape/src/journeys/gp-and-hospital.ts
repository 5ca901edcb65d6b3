/** Journeys between the GP and the hospital. */
import type { Script } from './journey.ts'

/** 7322 code 8: forespørsel om helseopplysninger; a dialogue is answered by the next melding of it (HIS 1077). */
export const gpAsksHospital: Script = [
  { meldingType: 'DIALOG_HELSEFAGLIG', from: 'fastlege', to: 'avdeling', detail: '8' },
  { meldingType: 'DIALOG_HELSEFAGLIG', from: 'avdeling', to: 'fastlege', detail: '6', wait: [0.1, 3] }
]
