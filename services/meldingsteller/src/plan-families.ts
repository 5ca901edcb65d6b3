/** The published figures beside what is counted, by year and system, as the national statistics set them. */
import { countByRow, nearestRun, type PlanRow, type PlayedRun, splitPlanFor } from '@budstikka/landscape'
import { type Family, gaugeOf, type Sample } from '@budstikka/service'
import type { Ledger } from './ledger.ts'

const years = [2018, 2019, 2020, 2021, 2022, 2023] as const

export function* planFamilies(
  { flowByTypes }: Pick<Ledger, 'flowByTypes'>,
  runs: readonly PlayedRun[]
): Generator<Family> {
  const flow = [...flowByTypes()]
  const figures = years.flatMap((year) => splitPlanFor(year))
  yield gaugeOf(
    'budstikka_plan_occurrences',
    'What a year of the plan has of meldinger, look-ups or visits, in full scale; status says how it is known.',
    figures.flatMap((row) => sample(row, row.count))
  )
  yield gaugeOf(
    'budstikka_published_occurrences',
    'What was published of a year, in full scale.',
    figures.flatMap((row) => sample(row, row.published?.value))
  )
  yield gaugeOf(
    'budstikka_published_low_occurrences',
    'The least that the published figure can mean, by its rounding and wording.',
    figures.flatMap((row) => sample(row, row.published?.low))
  )
  yield gaugeOf(
    'budstikka_published_high_occurrences',
    'The most that the published figure can mean, by its rounding and wording.',
    figures.flatMap((row) => sample(row, row.published?.high))
  )
  yield gaugeOf(
    'budstikka_counted_sendings',
    'Sendings counted for a row of the plan of a year that is replayed, in the scale of the replay.',
    runs.flatMap((run) =>
      countByRow(
        run.year,
        flow.filter(({ month }) => nearestRun(runs, month) === run)
      ).flatMap(({ row, counted }) => sample(row, counted))
    )
  )
  yield gaugeOf(
    'budstikka_replay_scale_ratio',
    'How many meldinger one melding of the replay stands for, by year.',
    runs.map(({ year, scale }) => ({ labels: { year: String(year) }, value: scale }))
  )
}

const sample = ({ year, system, type, status }: PlanRow, value: number | undefined): readonly Sample[] =>
  value === undefined ? [] : [{ labels: { year: String(year), system, flow: type, status }, value }]
