/** What a melding costs once a world runs warm: the first meldinger pay for compiling, filling and opening. */
import { type ByProcess, perMelding } from './processes.ts'
import { sampleAt } from './watch.ts'
import type { WorldRun } from './world-run.ts'

/** The cost is that of the later half of the meldinger. */
const from = 0.5

/** Processor time in µs a melding, by process. */
export function steadyCost({ samples, report }: Pick<WorldRun, 'samples' | 'report'>): ByProcess {
  const { sent } = report.books
  const begin = samples.find(({ answered }) => answered >= from * sent) ?? sampleAt(samples, Infinity)
  const end = sampleAt(samples, Infinity)
  const count = end.answered - begin.answered
  if (count <= 0) throw new Error('expected a run long enough to be looked at twice, got one that was over before')
  return perMelding(begin.cpu, end.cpu, count)
}
