/** A journey (forløp): a fixed script of what is sent between those who care for a patient, and how many sendings it makes. */
import { isAnswered } from '../answering.ts'

/** Who sends and receives: the hospital's PLO service, the municipality's services, the addressee of the patient's list. */
export type Role = 'hospital' | 'sykepleietjeneste' | 'saksbehandling' | 'sykehjemslege' | 'fastlege'

export type Step = {
  readonly meldingType: string
  readonly from: Role
  readonly to: Role
  /** Working days after the step before, from and to; the first step has none. */
  readonly wait?: readonly [number, number]
  readonly status?: 'N' | 'M' | 'C'
  readonly detail?: string
  readonly copies?: readonly Role[]
  readonly variant?: 'poor-patient' | 'resend'
  /** Number of the step that it refers to: the one before when absent, none where a new conversation begins. */
  readonly refersTo?: number | 'none'
}
export type Script = readonly Step[]

/** The four directions that the national statistics publish for care messages. */
export const directions = [
  'hf-to-municipality',
  'municipality-to-gp',
  'gp-to-municipality',
  'municipality-to-hf'
] as const
export type Direction = (typeof directions)[number]
export type Sendings = Readonly<Record<Direction, number>>

/** Sendings by direction that a script leads to: its own, copies and resends, and the answers that its receivers owe. */
export function sendingsOf(script: Script): Sendings {
  const sendings = {
    'hf-to-municipality': 0,
    'municipality-to-gp': 0,
    'gp-to-municipality': 0,
    'municipality-to-hf': 0
  }
  script.forEach((step, i) => {
    const times = step.variant === undefined ? 1 : 2
    for (const to of [step.to, ...(step.copies ?? [])]) sendings[directionOf(step.from, to)] += times
    if (expectsAnswer(script, i)) sendings[directionOf(step.to, step.from)] += 1
  })
  return sendings
}

/** Whether the receiver of a step answers it; not when the script cancelled it before it was sent. */
export function expectsAnswer(script: Script, index: number): boolean {
  const step = script[index]
  if (step === undefined) return false
  const isCancelledBefore = script.some((other, i) => i < index && other.status === 'C' && other.refersTo === index)
  const { meldingType, status = 'N', detail } = step
  return !isCancelledBefore && isAnswered({ meldingType, status, content: detail })
}

function directionOf(from: Role, to: Role): Direction {
  if (from === 'hospital' && isMunicipal(to)) return 'hf-to-municipality'
  if (from === 'fastlege' && isMunicipal(to)) return 'gp-to-municipality'
  if (isMunicipal(from) && to === 'hospital') return 'municipality-to-hf'
  if (isMunicipal(from) && to === 'fastlege') return 'municipality-to-gp'
  throw new Error(`expected a step to or from a municipality, got ${from} to ${to}`)
}

const isMunicipal = (role: Role) => role !== 'hospital' && role !== 'fastlege'
