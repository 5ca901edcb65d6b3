/** A journey (forløp): a fixed script of what is sent between those who care for a patient, and how many sendings it makes. */
import { answerType, isAnswered } from '../answering.ts'
import type { PlannedRow } from '../books/make-report.ts'
import { followedIn, isFollowed } from './followed.ts'
import type { Role } from './roles.ts'
import { roles } from './roles.ts'

export type Step = {
  readonly meldingType: string
  readonly from: Role
  readonly to: Role
  /** Working days after the step before, from and to; the first step has none. */
  readonly wait?: readonly [number, number]
  /** At least a day after the step before. */
  readonly isAnotherDay?: true
  /** In the first step: it is somebody over 95, whom only journeys that begin so have. */
  readonly isOldest?: true
  readonly status?: 'N' | 'M' | 'C' | 'A'
  readonly detail?: string
  readonly copies?: readonly Role[]
  /** Whom the content names beside the receiver. */
  readonly names?: Role
  readonly variant?: 'poor-patient' | 'resend'
  /** Number of the step that it refers to: the one before when absent, none where a new conversation begins. */
  readonly refersTo?: number | 'none'
}
export type Script = readonly Step[]

/** Sendings by row of the plan. */
export type Sendings = ReadonlyMap<PlannedRow, number>

/**
 * What a script leads to: its own sendings, copies and resends, the answers that its receivers owe, and what follows from it; what is
 * counted in rows of its own is left out. Undefined when some of it belongs to no row: such a journey is not taken.
 */
export function sendingsOf(script: Script, rows: readonly PlannedRow[]): Sendings | undefined {
  const sendings = new Map<PlannedRow | undefined, number>()
  const count = (from: Role, to: Role, type: string, times: number) => {
    if (isFollowed(type)) return
    const flow = { sender: roles[from].businessType, receiver: roles[to].businessType, type }
    const row = rows.find((one) => one.covers(flow))
    sendings.set(row, (sendings.get(row) ?? 0) + times)
  }
  script.forEach((step, i) => {
    const { meldingType, from, variant } = step
    for (const to of [step.to, ...(step.copies ?? [])]) count(from, to, meldingType, variant === undefined ? 1 : 2)
    if (expectsAnswer(script, i)) count(step.to, from, answerTo(meldingType, step.detail), 1)
  })
  for (const [row, times] of followedIn(script, rows)) sendings.set(row, (sendings.get(row) ?? 0) + times)
  return isWhole(sendings) ? sendings : undefined
}

const isWhole = (sendings: ReadonlyMap<PlannedRow | undefined, number>): sendings is Sendings =>
  !sendings.has(undefined)

/** Of several answers any: they count alike. */
const answerTo = (meldingType: string, content?: string) => answerType(meldingType, '', content) ?? ''

/** Whether the receiver of a step answers it; not when the script cancelled it before it was sent. */
export function expectsAnswer(script: Script, index: number): boolean {
  const step = script[index]
  if (step === undefined) return false
  const isCancelledBefore = script.some((other, i) => i < index && other.status === 'C' && other.refersTo === index)
  const { meldingType, status = 'N', detail } = step
  return !isCancelledBefore && isAnswered({ meldingType, status, content: detail })
}
