/** Plays the visitors of Helsenorge, batch by batch in order of time, and who applies for refund of journeys; each counts once. */
import {
  aktiviteter,
  type HelsenorgePlan,
  type Landscape,
  type LookUpPlan,
  lookUpReport,
  type ReportRow,
  reisesoknader
} from '@budstikka/landscape'
import { helsenorgeQuestionSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { inFlight } from './in-flight.ts'
import { patiently } from './sight.ts'

export type HelsenorgeOptions = {
  readonly bus: Bus
  readonly landscape: Landscape
  readonly plan: HelsenorgePlan
  /** Persons of it look at their own core record in a visit. */
  readonly lookUps?: LookUpPlan | undefined
  readonly seed: string
}

/** Our choices. */
const [batchMax, inFlightMax] = [500, 16]
const us = 'avspilling'
const Tall = z.record(z.string(), z.number())

/** Rejects when something is refused: nobody here uses a service without having logged in. A run that is gone on with may tell all again. */
export async function useHelsenorge({ bus, landscape, plan, lookUps, seed }: HelsenorgeOptions, signal: AbortSignal) {
  const kjoring = `${seed}.${plan.year}.${plan.month ?? 'year'}`
  let nummer = 0
  let batch: unknown[] = []
  for (const one of aktiviteter({ landscape, plan, lookUps, seed })) {
    batch.push(one)
    if (batch.length === batchMax) await tell()
  }
  if (batch.length > 0) await tell()
  const asking = inFlight(inFlightMax, signal)
  for (const soknad of reisesoknader({ landscape, plan, seed })) await asking.begin(() => apply(soknad))
  await asking.rest()

  async function tell(): Promise<void> {
    signal.throwIfAborted()
    const question = { kjoring, nummer: nummer++, aktivitet: batch }
    batch = []
    const subject = helsenorgeQuestionSubject('aktivitet', us)
    await patiently(() => ask(bus, { subject, question, answer: z.object({ avvist: z.literal(0) }) }), signal)
  }

  function apply(question: unknown): Promise<unknown> {
    const subject = helsenorgeQuestionSubject('soknad', us)
    return patiently(() => ask(bus, { subject, question, answer: z.object({ tilstand: z.string() }) }), signal)
  }
}

/** The rows of the books: what Helsenorge and Pasientreiser have counted beside the plan. */
export async function helsenorgeRows(bus: Bus, { rows }: HelsenorgePlan, scale: number): Promise<ReportRow[]> {
  const of = (question: 'besokstall' | 'soknadstall') =>
    patiently(() => ask(bus, { subject: helsenorgeQuestionSubject(question, us), answer: Tall }))
  return lookUpReport(rows, { ...(await of('soknadstall')), ...(await of('besokstall')) }, scale)
}
