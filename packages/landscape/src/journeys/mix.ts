/** How often each journey is taken. All shares are assumed: only the sums of the rows were published. */
import * as home from './at-home.ts'
import { appointments } from './citizen-appointments.ts'
import * as gpAndHospital from './gp-and-hospital.ts'
import type { Script } from './journey.ts'
import { navPortions } from './nav-and-helfo.ts'
import type { Portion } from './portion.ts'
import { prescriptions } from './prescriptions.ts'
import * as stays from './stays.ts'
import { vaccinations } from './vaccinations.ts'

const fromHospital = (script: Script, share: number): Portion => ({ script, of: 'care hf-to-municipality', share })
const toHospital = (script: Script, share: number): Portion => ({ script, of: 'care municipality-to-hf', share })
const toGp = (script: Script, share: number): Portion => ({ script, of: 'care municipality-to-gp', share })
const fromGp = (script: Script, share: number): Portion => ({ script, of: 'care gp-to-municipality', share })

function ofReferrals(script: Script, share: number): Portion {
  return { script, of: 'referral (HENVISNING*)', share }
}
function ofLetters(script: Script, share: number): Portion {
  return { script, of: 'discharge letters (EPIKRISE)', share }
}
function ofRequisitions(script: Script, share: number): Portion {
  return { script, of: 'requisitions (REQ_*)', share }
}

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
  fromGp(home.gpAsksMunicipality('5'), 0.06),
  ofReferrals(gpAndHospital.referralTakenBack, 0.01),
  ofReferrals(gpAndHospital.referralSentOn, 0.08),
  ofReferrals(gpAndHospital.referralRefused, 0.1),
  ofReferrals(gpAndHospital.referralWithRight, 0.3),
  ofReferrals(gpAndHospital.referralTakenIn, 0.4),
  ofLetters(home.deathBeforeLetter, 0.001),
  ofLetters(gpAndHospital.letterTakenBack, 0.002),
  ofLetters(gpAndHospital.letterToWrongGp, 0.002),
  ofLetters(gpAndHospital.letterCorrected, 0.02),
  ofLetters(gpAndHospital.letterWithCopy, 0.1),
  ofRequisitions(gpAndHospital.resultCorrected, 0.01),
  ofRequisitions(gpAndHospital.supplementAfter, 0.01),
  ofRequisitions(gpAndHospital.preliminaryFirst, 0.08),
  ofRequisitions(gpAndHospital.answeredRequisition('CYT', 'fastlege', 'patologi', [3, 8]), 0.02),
  ofRequisitions(gpAndHospital.answeredRequisition('HIST', 'avdeling', 'patologi', [2, 6]), 0.03),
  ofRequisitions(gpAndHospital.answeredRequisition('KKL', 'fastlege', 'laboratorium', [0.1, 1]), 0.02),
  ofRequisitions(gpAndHospital.answeredRequisition('RTG', 'fastlege', 'rontgeninstitutt', [1, 8]), 0.06),
  ofRequisitions(gpAndHospital.answeredRequisition('RTG', 'fastlege', 'bildediagnostikk', [1, 8]), 0.06),
  ofRequisitions(gpAndHospital.answeredRequisition('LAB', 'sykehjemslege', 'laboratorium', [0.1, 1]), 0.05),
  ofRequisitions(gpAndHospital.answeredRequisition('LAB', 'fastlege', 'privatLaboratorium', [0.1, 1]), 0.16),
  ofRequisitions(gpAndHospital.answeredRequisition('LAB', 'fastlege', 'laboratorium', [0.1, 1]), 0.4),
  { script: gpAndHospital.gpAsksHospital, of: 'dialogue outside care', share: 0.6 },
  ...prescriptions,
  ...vaccinations,
  ...navPortions,
  ...appointments
]
