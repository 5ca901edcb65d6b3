/** Plays record systems that look into kjernejournal; each look-up counts once, however often a run is gone on with. */
import {
  type Landscape,
  lookUpReport,
  type LookUp,
  type LookUpPlan,
  lookUps,
  type ReportRow
} from '@budstikka/landscape'
import { derivedUuid } from '@budstikka/meldinger'
import { kjernejournalQuestionSubject, kjernejournalSubjects, sumOf } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { inFlight } from './in-flight.ts'
import { patiently } from './sight.ts'

export type LookUpOptions = {
  readonly bus: Bus
  readonly landscape: Landscape
  readonly plan: LookUpPlan
  readonly seed: string
}

/** Our choice. */
const inFlightMax = 64
const Tall = z.record(z.string(), z.number())

/** Resolves when every look-up is answered. Rejects when `signal` is aborted, or nobody answers. */
export async function askLookUps({ bus, landscape, plan, seed }: LookUpOptions, signal: AbortSignal): Promise<void> {
  const [kj] = landscape.find('8658-2')
  if (kj === undefined) throw new Error('expected Kjernejournal in the landscape')
  const asked = sumOf(await tallOf(bus, signal), (what) => what.startsWith('helsepersonell.'))
  const asking = inFlight(inFlightMax, signal)
  for (const lookUp of lookUps({ landscape, plan, seed })) {
    signal.throwIfAborted()
    // Those in flight when a run stopped are asked again: which of them were counted is not known here, but there.
    if (lookUp.number < asked - inFlightMax) continue
    await asking.begin(() => tell(lookUp))
  }
  await asking.rest()

  async function tell({ number, from, ...question }: LookUp): Promise<void> {
    const id = derivedUuid(question.at, 'look-up', seed, 'helsepersonell', String(number))
    const subject = kjernejournalQuestionSubject('journal', kj?.herId ?? '', from)
    await patiently(() => ask(bus, { subject, question: { id, ...question }, answer: z.unknown() }), signal)
  }
}

const tallOf = (bus: Bus, signal?: AbortSignal) =>
  patiently(() => ask(bus, { subject: kjernejournalSubjects.tall, answer: Tall }), signal)

/** The rows of the books: what kjernejournal has counted beside the plan. */
export const lookUpRows = async (bus: Bus, plan: LookUpPlan, scale: number): Promise<ReportRow[]> =>
  lookUpReport(plan.rows, await tallOf(bus), scale)
