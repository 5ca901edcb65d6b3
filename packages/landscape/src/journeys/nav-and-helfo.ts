/** What goes to NAV and Helfo, and what NAV asks doctors: sick notes, statements, dialogue, claims, and questions about frikort. All weights are assumed. */
import type { Filling } from './fillings.ts'
import type { Script, Step } from './journey.ts'
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

const toDoctor = { from: 'nav', to: 'fastlege' } as const
const asks = (detail: string, more: Partial<Step> = {}): Step => ({
  meldingType: 'DIALOG_FORESPORSEL',
  ...toDoctor,
  detail,
  ...more
})

/** Nothing comes of the first question, and the second reminds of it. */
const reminded: Script = [asks('avventer'), asks('paaminnelse', { wait: [15, 20] })]
/** The statement is found wanting, and written anew (list 8127 code 3). */
const returned: Script = [
  asks('legeerklaring'),
  { meldingType: 'DIALOG_NOTAT', ...toDoctor, detail: '3', wait: [3, 10] },
  { meldingType: 'LEGEERKL', from: 'fastlege', to: 'nav', wait: [1, 5] }
]
const toldByNav: Script = [{ meldingType: 'DIALOG_NOTAT', ...toDoctor, detail: '8' }]

const ofNav = (script: Script, share: number): Portion => ({
  script,
  of: 'NAV sick notes and statements, settlement claims',
  share
})
const sykmelding = (detail: string, share: number) => ofNav(one('SYKMELD', 'fastlege', 1, detail).script, share)

export const navPortions: readonly Portion[] = [
  sykmelding('uten-periode', 0.003),
  sykmelding('uten-arbeidsgiver', 0.003),
  sykmelding('tilbakedatert', 0.003),
  sykmelding('tilbakedatert-begrunnet', 0.01),
  ofNav(one('LOM', 'fastlege', 1, 'feil-antall').script, 0.005),
  ofNav(one('LOM', 'fastlege', 1, 'samme-regningsnummer').script, 0.005),
  ofNav(returned, 0.01),
  ofNav(reminded, 0.02),
  ofNav(toldByNav, 0.01),
  ofNav([asks('dialogmote')], 0.02),
  ofNav([asks('legeerklaring')], 0.03),
  ofNav([asks('tilleggsopplysninger')], 0.03)
]
