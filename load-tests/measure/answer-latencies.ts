/** How a claim about look-ups at a steady rate answers: latencies by the clock, and memory that stays. */
import { answer, quantile } from './claim.ts'

export type Measured = {
  /** Prescriptions. */
  readonly stored: number
  /** Milliseconds. */
  readonly latencies: readonly number[]
  /** Of the service, resident, in MB. */
  readonly megabytes: readonly [before: number, after: number]
}

/** A service has at most so much memory, however much it stores. */
const megabytesMax = 150

/** `claimed`: milliseconds within which 99 of 100 are answered, and look-ups a second. */
export function answerLatencies(
  isJson: boolean,
  claim: string,
  { stored, latencies, megabytes }: Measured,
  claimed: { readonly p99: number; readonly rate: number }
): void {
  const [p50, p99, p999] = [quantile(latencies, 0.5), quantile(latencies, 0.99), quantile(latencies, 0.999)]
  const max = Math.max(...latencies)
  const isHeld = p99 <= claimed.p99 && Math.max(...megabytes) <= megabytesMax
  const rows = [
    ['prescriptions stored', stored],
    ['look-ups', latencies.length],
    ['p50 ms', p50],
    ['p99 ms', p99],
    ['p99.9 ms', p999],
    ['longest ms', max],
    ['resident MB before', megabytes[0]],
    ['resident MB after', megabytes[1]]
  ] as const
  const sentence = `p99 ${p99.toFixed(1)} ms, at most ${claimed.p99} ms at ${claimed.rate} a second; at most ${megabytesMax} MB`
  answer(isJson, { claim, isHeld, stored, asked: latencies.length, p50, p99, p999, max, megabytes }, { rows, sentence })
}
