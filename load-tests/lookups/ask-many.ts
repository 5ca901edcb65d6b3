/** Asks a question of the exchange many times over, so many at once, and measures how fast the answers come. */
import type { Bus } from '@budstikka/transport'
import { bar } from '../measure/bar.ts'

export type AskMany = {
  readonly bus: Bus
  readonly subject: string
  /** Said beside the bar. */
  readonly what: string
  readonly count: number
  readonly inFlight: number
  question(at: number): unknown
}
export type Asked = {
  readonly perSecond: number
  /** From the question to its answer, in ms. */
  readonly delays: readonly number[]
  /** Bytes of the last answer. */
  readonly bytes: number
  /** Answered with a problem, or not at all. */
  readonly failed: number
}

const timeoutMs = 5_000
/** The first ones find everything cold, and are not counted. */
const warmUpShare = 0.1

export async function askMany(options: AskMany, signal: AbortSignal): Promise<Asked> {
  const { bus, subject, what, count, inFlight, question } = options
  const show = bar(what, count)
  const warmUp = Math.floor(count * warmUpShare)
  const delays: number[] = []
  let [asked, answered, failed, bytes, begunAt] = [0, 0, 0, 0, 0]
  await Promise.all(Array.from({ length: inFlight }, askOn))
  const seconds = (performance.now() - begunAt) / 1_000
  return { perSecond: delays.length / seconds, delays, bytes, failed }

  async function askOn(): Promise<void> {
    while (asked < count) {
      signal.throwIfAborted()
      const at = asked++
      if (at === warmUp) begunAt = performance.now()
      const from = performance.now()
      const answer = await bus.ask(subject, Buffer.from(JSON.stringify(question(at))), timeoutMs).catch(() => undefined)
      if (at >= warmUp) delays.push(performance.now() - from)
      if (answer === undefined || isProblem(answer)) failed++
      bytes = answer?.length ?? bytes
      show(++answered)
    }
  }
}

/** What a service answers where it has no answer. */
const isProblem = (answer: Uint8Array) => Buffer.from(answer.subarray(0, 20)).toString().startsWith('{"type":"problem"')
