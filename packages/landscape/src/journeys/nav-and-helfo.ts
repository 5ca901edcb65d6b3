/** What goes to NAV and Helfo: sick notes, statements, notes, claims, and questions about frikort. All weights are assumed. */
import type { Filling } from './fillings.ts'
import type { Portion } from './portion.ts'
import type { Role } from './roles.ts'

const isForNav = (meldingType: string) => /^(SYKMELD|LEGEERKL|DIALOG_NOTAT)$/.test(meldingType)

function one(meldingType: string, from: Role, weight: number, detail?: string): Filling {
  const to = isForNav(meldingType) ? 'nav' : 'helfo'
  return { script: [{ meldingType, from, to, ...(detail !== undefined && { detail }) }], weight }
}

export const navFillings: readonly Filling[] = [
  one('LOM', 'fastlege', 40),
  one('POM', 'avdeling', 20),
  one('SYKMELD', 'fastlege', 25),
  one('SYKMELD', 'avdeling', 5),
  one('LEGEERKL', 'fastlege', 5),
  one('DIALOG_NOTAT', 'fastlege', 5, 'nav')
]

/** Each has an answer. */
export const frikortFillings: readonly Filling[] = [
  one('EgenandelForesporselV2', 'fastlege', 70),
  one('EgenandelForesporselV2', 'avdeling', 20),
  one('EgenandelMengdeForesporselV2', 'avdeling', 10)
]

const rejected = ({ script }: Filling, share: number): Portion => ({
  script,
  of: 'NAV sick notes and statements, settlement claims',
  share
})
export const navPortions: readonly Portion[] = [
  rejected(one('SYKMELD', 'fastlege', 1, 'uten-periode'), 0.003),
  rejected(one('SYKMELD', 'fastlege', 1, 'uten-arbeidsgiver'), 0.003),
  rejected(one('LOM', 'fastlege', 1, 'feil-antall'), 0.005)
]
