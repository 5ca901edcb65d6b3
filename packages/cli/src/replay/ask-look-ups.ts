/** Plays record systems and persons who look into kjernejournal; each look-up counts once, however often a run is gone on with. */
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
  const [helsenorge] = landscape.find('8658-4')
  if (kj === undefined || helsenorge === undefined)
    throw new Error('expected Kjernejournal and Helsenorge in the landscape')
  const before = await tallOf(bus, signal)
  const asked = {
    helsepersonell: sumOf(before, (what) => what.startsWith('helsepersonell.')),
    innbygger: before['innbygger'] ?? 0
  }
  const asking = inFlight(inFlightMax, signal)
  for (const lookUp of lookUps({ landscape, plan, seed })) {
    signal.throwIfAborted()
    // Those in flight when a run stopped are asked again: which of them were counted is not known here, but there.
    if (lookUp.number < asked[lookUp.type] - inFlightMax) continue
    await asking.begin(() => tell(lookUp))
  }
  await asking.rest()

  async function tell(lookUp: LookUp): Promise<void> {
    const { type, number, at, fodselsnummer } = lookUp
    const told = { id: derivedUuid(at, 'look-up', seed, type, String(number)), at }
    const [name, from, question] =
      lookUp.type === 'innbygger'
        ? ([
            'innbygger',
            helsenorge?.herId,
            { innlogget: fodselsnummer, gjelder: fodselsnummer, deler: lookUp.deler }
          ] as const)
        : (['journal', lookUp.from, personnelOf(lookUp)] as const)
    const subject = kjernejournalQuestionSubject(name, kj?.herId ?? '', from ?? '')
    await patiently(() => ask(bus, { subject, question: { ...told, ...question }, answer: z.unknown() }), signal)
  }
}

const personnelOf = ({ fodselsnummer, hprNummer, rolle, grunnlag }: Extract<LookUp, { type: 'helsepersonell' }>) => ({
  fodselsnummer,
  hprNummer,
  rolle,
  grunnlag
})

const tallOf = (bus: Bus, signal?: AbortSignal) =>
  patiently(() => ask(bus, { subject: kjernejournalSubjects.tall, answer: Tall }), signal)

/** The rows of the books: what kjernejournal has counted beside the plan. */
export const lookUpRows = async (bus: Bus, plan: LookUpPlan, scale: number): Promise<ReportRow[]> =>
  lookUpReport(plan.rows, await tallOf(bus), scale)
