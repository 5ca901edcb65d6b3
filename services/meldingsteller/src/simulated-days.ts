/** The flow by simulated day as OpenMetrics with simulated times, so that Prometheus can be given a whole year at once. */
import type { FlowRow, PlayedRun } from '@budstikka/landscape'
import { exposition, gaugeOf, type Sample, samplesText } from '@budstikka/service'

const sendings = gaugeOf(
  'budstikka_simulated_day_sendings',
  'Sendings of a simulated day by what became of them, in the scale of the replay.',
  []
)
const scales = gaugeOf(
  'budstikka_simulated_day_scale_ratio',
  'How many meldinger one melding of the replay stands for, on each simulated day of its year.',
  []
)
const noonSeconds = 43_200
const pieceDays = 31

/**
 * One sample a day for each type, pair of business types (list 9040) and outcome, at noon UTC: so a window of whole days
 * has exactly its own, and their sum is that of the books. `rows`: by day, in any order. In pieces.
 */
export function* simulatedDays(rows: Iterable<FlowRow>, runs: readonly PlayedRun[]): Generator<string> {
  const days = Map.groupBy(rows, ({ month: day }) => day)
  // Prometheus takes the samples of a series in order of time only.
  const inOrder = [...days.keys()].toSorted()
  yield exposition([sendings])
  for (let from = 0; from < inOrder.length; from += pieceDays) {
    const piece = inOrder.slice(from, from + pieceDays).flatMap((day) => samplesOf(day, days.get(day) ?? []))
    yield samplesText(sendings.name, piece)
  }
  yield exposition([scales])
  for (const { year, scale } of runs) {
    const own = inOrder.filter((day) => day.startsWith(`${year}-`))
    yield samplesText(
      scales.name,
      own.map((day) => ({ labels: { year: String(year) }, value: scale, at: noonOf(day) }))
    )
  }
  yield '# EOF\n'
}

const samplesOf = (day: string, rows: readonly FlowRow[]): readonly Sample[] =>
  rows.flatMap(({ type, sender, receiver, sendings: all, ok, rejected, dead }) => {
    const labels = { type, sender_type: sender, receiver_type: receiver, month: day.slice(0, 'yyyy-mm'.length) }
    return Object.entries({ delivered: ok, rejected, dead, in_flight: all - ok - rejected - dead })
      .filter(([, value]) => value > 0)
      .map(([outcome, value]) => ({ labels: { ...labels, outcome }, value, at: noonOf(day) }))
  })

const noonOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000 + noonSeconds
