/** Journeys of a prescription: written by somebody, dispensed some times, recalled by another. All shares are assumed. */
import type { Script, Step } from './journey.ts'
import type { Portion } from './portion.ts'
import type { Role } from './roles.ts'

type Rekvirent = Extract<Role, 'fastlege' | 'legevakt' | 'forskrivning'>

const toReseptformidleren = { to: 'reseptformidler' } as const
/** Within days, since some are valid for ten only (with Easter or Christmas between), and then when the packs are used up. */
const firstWait = [0.1, 2] as const
const nextWait = [20, 40] as const
/** No replay of a year is as far ahead of what is answered, so the journal systems need not wait for the pharmacies. */
const lateWait = [25, 40] as const

const written = (from: Rekvirent, dispensings: number): Step => ({
  meldingType: 'ERM1',
  from,
  ...toReseptformidleren,
  detail: `x${dispensings}`
})
const reported = (detail: string, wait: readonly [number, number]): Step => ({
  meldingType: 'ERM10',
  from: 'apotek',
  ...toReseptformidleren,
  detail,
  wait
})
const again = (step: Step): Step => ({ ...step, isAnotherDay: true })

/** Written once and dispensed so many times; the last report closes it. */
function dispensed(from: Rekvirent, times: number): Script {
  const reports = Array.from({ length: times }, (_, i) => {
    const detail = `x${times}${i === times - 1 ? ' siste' : ''}`
    return i === 0 ? reported(detail, firstWait) : again(reported(detail, nextWait))
  })
  return [written(from, times), ...reports]
}

/** What was dispensed is refunded: the pharmacy claims it when the last pack has gone. */
function settled(times: number): Script {
  const refunded = dispensed('fastlege', times).map((step) => ({ ...step, detail: `${step.detail} refusjon` }))
  return [...refunded, { meldingType: 'ERM18', from: 'apotek', to: 'helfo', wait: [3, 5], isAnotherDay: true }]
}

/** The patient does not want it, and gets it another day. */
const givenBackFirst: Script = [
  written('fastlege', 1),
  reported('x1 avbrutt', [0.1, 1]),
  again(reported('x1 siste', [1, 1.5]))
]
/** Ordered from a net pharmacy. */
const ordered: Script = dispensed('fastlege', 1).map((step) =>
  step.from === 'apotek' ? { ...step, from: 'nettapotek' } : step
)

/**
 * The fastlege follows what others prescribe. It lasts a year, so the patient is one whose every journey begins so: all that is dispensed
 * to them is told, whichever order it comes in.
 */
function followed(from: Rekvirent, times: number): Script {
  const [resept, ...reports] = dispensed(from, times)
  if (resept === undefined) return []
  return [
    { meldingType: 'ERM241', from: 'fastlege', ...toReseptformidleren, isOldest: true },
    { ...resept, refersTo: 'none', wait: firstWait },
    ...reports
  ]
}
const recall = (from: Rekvirent): Step => ({ meldingType: 'ERM5', from, ...toReseptformidleren, wait: firstWait })
const recalled: Script = [written('fastlege', 1), recall('fastlege')]
/**
 * A hospital finds what the fastlege wrote (M9.5), sees what was dispensed on it (M9.7), and stops it; who wrote it is told (M7).
 */
const recalledByHospital: Script = [
  written('fastlege', 2),
  reported('x2', firstWait),
  again({ ...recall('forskrivning'), detail: 'annens', wait: lateWait })
]

/** Nobody else is to see it: it has a reference number (M4.1), is locked, and is sent to one pharmacy (M21). */
const locked: Script = [
  { ...written('fastlege', 1), detail: 'x1 last', names: 'apotek' },
  reported('x1 siste last', firstWait)
]

/** What the rules of refund do not have is applied for, for this patient alone. */
const refunded: Script = [
  written('fastlege', 1),
  { meldingType: 'ERM2', from: 'fastlege', to: 'helfo', wait: [0.01, 0.1] }
]

/** It has no marketing authorisation, so the pharmacy that takes it in hand asks Reseptformidleren to apply, and dispenses when it is granted. */
const exempted: Script = [
  { ...written('fastlege', 1), detail: 'x1 uten-mt' },
  { meldingType: 'ERM3', from: 'apotek', ...toReseptformidleren, wait: [0.1, 1] },
  again(reported('x1 siste uten-mt', [1, 2]))
]

/**
 * Doctor and pharmacy take the responsibility for a patient's multidose; the medicine of a list is asked about, packed and dispensed. In
 * the end both sign off, so that who comes next may register.
 */
const multidose: Script = [
  written('fastlege', 1),
  { meldingType: 'ERM271', from: 'fastlege', ...toReseptformidleren, wait: [0.01, 0.02] },
  { meldingType: 'ERM251', from: 'fastlege', ...toReseptformidleren, wait: [0.01, 0.02] },
  { meldingType: 'ERM271', from: 'apotek', ...toReseptformidleren, wait: [0.1, 1] },
  // Once its own registration is there, it is shown the list.
  again({ meldingType: 'ERM252', from: 'apotek', ...toReseptformidleren, wait: [1, 2] }),
  { meldingType: 'ERM253', from: 'apotek', ...toReseptformidleren, wait: [0.1, 1] },
  reported('x1 siste', [0.1, 1]),
  { meldingType: 'ERM271', from: 'apotek', ...toReseptformidleren, detail: 'A', wait: [0.1, 1] },
  // What was packed (step 5) has come to the doctor before.
  { meldingType: 'ERM271', from: 'fastlege', ...toReseptformidleren, detail: 'A pakket', wait: lateWait, refersTo: 5 }
]

/** A short stay in a nursing home, whose doctor takes over, and the fastlege again after it: the former is told each time (M28). */
const takenOver: Script = [
  { meldingType: 'ERM271', from: 'fastlege', ...toReseptformidleren },
  { meldingType: 'ERM271', from: 'fastlege', ...toReseptformidleren, detail: 'A', wait: [5, 10] },
  { meldingType: 'ERM271', from: 'sykehjemslege', ...toReseptformidleren, wait: [0.1, 1] },
  { meldingType: 'ERM271', from: 'sykehjemslege', ...toReseptformidleren, detail: 'A', wait: [5, 10] },
  { meldingType: 'ERM271', from: 'fastlege', ...toReseptformidleren, wait: [0.1, 1] },
  { meldingType: 'ERM271', from: 'fastlege', ...toReseptformidleren, detail: 'A', wait: [5, 10] }
]

const ofDispensed = (script: Script, share: number): Portion => ({ script, of: 'M10 dispensed', share })
const ofWritten = (script: Script, share: number): Portion => ({ script, of: 'M1 prescribed, primary care', share })
const ofOthers = (script: Script, share: number): Portion => ({ script, of: 'other e-prescription messages', share })
const ofHospital = (script: Script, share: number): Portion => ({ script, of: 'M1 prescribed, hospital', share })

/**
 * What is left of the prescriptions is never dispensed. There are 1.7 dispensings a prescription in a year, and 1.95 in December
 * (volumes): the last portion takes what the month needs.
 */
export const prescriptions: readonly Portion[] = [
  ofWritten(multidose, 0.0005),
  ofWritten(refunded, 0.0005),
  ofOthers(takenOver, 0.002),
  ofOthers(exempted, 0.005),
  ofWritten(recalledByHospital, 0.002),
  ofWritten(locked, 0.002),
  ofDispensed(givenBackFirst, 0.01),
  ofDispensed(ordered, 0.005),
  ofDispensed(settled(1), 0.004),
  ofDispensed(settled(3), 0.004),
  ofHospital(followed('forskrivning', 2), 0.01),
  // A sixth of what is written in 2021, a fourth in 2019: so large is the row, and a recall and its receipt are most of it.
  ofOthers(recalled, 0.95),
  ofHospital(dispensed('forskrivning', 1), 0.6),
  ofHospital(dispensed('forskrivning', 2), 0.25),
  ofWritten(dispensed('legevakt', 1), 0.08),
  ofDispensed(dispensed('fastlege', 4), 0.6),
  ofDispensed(dispensed('fastlege', 3), 0.12),
  ofDispensed(dispensed('fastlege', 2), 0.06),
  ofDispensed(dispensed('fastlege', 1), 0.04),
  ofDispensed(dispensed('fastlege', 2), 1)
]
