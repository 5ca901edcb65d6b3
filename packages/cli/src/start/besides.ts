/** What is played beside the meldinger of a run: look-ups in kjernejournal, deaths, look-ups in base data, Helsenorge; and their rows of the books. */
import {
  baseDataPlan,
  type DeathPlan,
  type HelsenorgePlan,
  type Landscape,
  type LookUpPlan,
  type Report,
  type ScaledPlan
} from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import { askLookUps, lookUpRows } from '../replay/ask-look-ups.ts'
import { deathRows, openDeaths } from '../replay/tell-deaths.ts'
import { baseDataRows, useBaseData } from '../replay/use-base-data.ts'
import { helsenorgeRows, useHelsenorge } from '../replay/use-helsenorge.ts'

export type Besides = {
  readonly lookUps?: LookUpPlan
  readonly deaths?: DeathPlan
  readonly helsenorge?: HelsenorgePlan
  /** Look-ups in base data are planned by who is in the landscape. */
  readonly hasBaseData?: boolean
}

export type PlayingBesides = {
  /** The world has come so far, simulated time: who has died before is told of. */
  comeTo(at: number): void
  /** Resolves with the rows when all of it is played and counted; rejects when something of it failed. */
  rows(): Promise<Pick<Report, 'lookUps' | 'deaths' | 'baseData' | 'helsenorge'>>
}

/** Begins when every service is up (`areUp`), and ends with `signal`. */
export function playBesides(
  { lookUps, deaths, helsenorge, hasBaseData }: Besides,
  run: { readonly bus: Bus; readonly landscape: Landscape; readonly plan: ScaledPlan; readonly seed: string },
  areUp: Promise<void>,
  signal: AbortSignal
): PlayingBesides {
  const { bus, landscape, plan, seed } = run
  const baseData = hasBaseData === true ? baseDataPlan({ landscape, ...plan }) : undefined
  const looking = lookUps && areUp.then(() => askLookUps({ bus, landscape, plan: lookUps, seed }, signal))
  const using = baseData && areUp.then(() => useBaseData({ bus, landscape, plan: baseData, seed }, signal))
  const visiting =
    helsenorge && areUp.then(() => useHelsenorge({ bus, landscape, plan: helsenorge, lookUps, seed }, signal))
  const dying = deaths && openDeaths({ bus, landscape, plan: deaths, seed }, areUp, signal)
  // A failure is met where the rows are asked for.
  for (const promise of [looking, using, visiting]) promise?.catch(() => undefined)
  return {
    comeTo: (at) => dying?.tellBefore(at),
    async rows() {
      await Promise.all([looking, using, visiting, dying?.tellRest()])
      return {
        ...(lookUps && { lookUps: await lookUpRows(bus, lookUps, plan.scale) }),
        ...(deaths && { deaths: await deathRows(bus, deaths, plan.scale, signal) }),
        ...(helsenorge && { helsenorge: await helsenorgeRows(bus, helsenorge, plan.scale) }),
        ...(baseData && { baseData: await baseDataRows(bus, baseData, plan.scale) })
      }
    }
  }
}
