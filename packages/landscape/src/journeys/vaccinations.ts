/** What goes to SYSVAK: a dose is looked up, registered, changed or deleted, each with an answer. All shares are assumed. */
import type { Filling } from './fillings.ts'
import type { Script, Step } from './journey.ts'
import type { Portion } from './portion.ts'
import type { Role } from './roles.ts'

type Vaksinator = Extract<Role, 'fastlege' | 'helsestasjon' | 'avdeling'>

const to = 'sysvak' as const
const registered = (from: Vaksinator, detail?: string): Step => ({
  meldingType: 'HENDELSEREQUEST',
  from,
  to,
  ...(detail !== undefined && { detail })
})
const searched = (from: Vaksinator, detail?: string): Step => ({
  ...registered(from, detail),
  meldingType: 'SOKREQUEST'
})

/** What the person has is looked up before a dose is given, and a few minutes later the dose is registered. */
const searchedFirst = (from: Vaksinator): Script => [
  searched(from),
  { ...registered(from), refersTo: 'none', wait: [0.01, 0.05] }
]
const changed: Script = [registered('fastlege'), { ...registered('fastlege', 'endring'), wait: [0.1, 2] }]
const deleted: Script = [registered('helsestasjon'), { ...registered('helsestasjon', 'sletting'), wait: [0.1, 2] }]

const ofSysvak = (script: Script, share: number): Portion => ({ script, of: 'SYSVAK messages', share })
export const vaccinations: readonly Portion[] = [
  ofSysvak([{ ...searched('fastlege'), meldingType: 'KODEVERKREQUEST' }], 0.002),
  ofSysvak([registered('fastlege', 'feil-preparat')], 0.005),
  ofSysvak([registered('helsestasjon', 'uten-ident')], 0.005),
  ofSysvak([registered('fastlege', 'manglende')], 0.005),
  ofSysvak([searched('avdeling', 'uten-ident')], 0.01),
  ofSysvak(changed, 0.02),
  ofSysvak(deleted, 0.01),
  ofSysvak(searchedFirst('fastlege'), 0.25),
  ofSysvak(searchedFirst('helsestasjon'), 0.45)
]

const single = (step: Step, weight: number): Filling => ({ script: [step], weight })
export const vaccinationFillings: readonly Filling[] = [
  single(registered('helsestasjon'), 60),
  single(registered('fastlege'), 30),
  single(registered('avdeling'), 10)
]
