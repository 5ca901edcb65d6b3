/** Tells each register what waits for it, in order and for as long as it takes; a register that is down holds nobody else back. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Bus } from '@budstikka/transport'
import type { Answer } from './handle.ts'
import { decisionsAfter, deliver } from './registers.ts'
import type { Meldinger } from './state.ts'
import type { RegisterName } from './told.ts'

// Our choices.
const idleMs = 100
const backOffMinMs = 100
const backOffMaxMs = 10_000

export type TellOptions = {
  readonly bus: Bus
  readonly meldinger: Meldinger
  /** Told when a register does not answer; who and why, never whom it was about. */
  onSilence(register: RegisterName): void
}

/** Until `signal` is aborted. Nothing is lost on the way: what is not answered is told again, under the same id. */
export async function tellRegisters(options: TellOptions, signal: AbortSignal): Promise<void> {
  const { bus, meldinger } = options
  await Promise.all([
    keepOn('folkeregisteret', () => tellNext('folkeregisteret')),
    keepOn('dodsarsaksregisteret', () => tellNext('dodsarsaksregisteret')),
    keepOn('folkeregisteret', readDecisions)
  ])

  async function tellNext(register: RegisterName): Promise<boolean> {
    const melding = meldinger.next(register)
    if (melding === undefined) return false
    meldinger.answer(melding.id, await deliver(bus, melding))
    return true
  }

  async function readDecisions(): Promise<boolean> {
    if (meldinger.count() === 0) return false
    const decisions = await decisionsAfter(bus, meldinger.position())
    const last = decisions.at(-1)
    if (last === undefined) return false
    const answers = decisions.map((one): readonly [string, Answer] => [
      one.avsendersMeldingsidentifikator,
      'beslutning' in one
        ? { type: 'beslutning', beslutning: one.beslutning, begrunnelse: one.begrunnelse }
        : { type: 'manuell', begrunnelse: one.sakTilManuellBehandling.begrunnelse }
    ])
    meldinger.decide(answers, last.sekvensnummer)
    return true
  }

  /** `step` answers whether there may be more to do at once. */
  async function keepOn(register: RegisterName, step: () => Promise<boolean>): Promise<void> {
    let backOffMs = backOffMinMs
    while (!signal.aborted) {
      let pauseMs = 0
      try {
        if (!(await step())) pauseMs = idleMs
        backOffMs = backOffMinMs
      } catch {
        if (signal.aborted) return
        options.onSilence(register)
        pauseMs = backOffMs
        backOffMs = Math.min(2 * backOffMs, backOffMaxMs)
      }
      if (pauseMs > 0) await wait(pauseMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
