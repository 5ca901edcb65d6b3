/** Cuts the happenings of a replay into what is published at once: batches of happenings, and the clock between two days. */
import type { Hendelse } from '@budstikka/landscape'
import { batchMaxDefault } from '@budstikka/transport'

export type Step =
  /** `number` rises by one from 0; `at` is the time of the last happening. */
  | {
      readonly type: 'hendelser'
      readonly number: number
      readonly at: number
      readonly hendelser: readonly Hendelse[]
    }
  /** Midnight (UTC) at which a day begins that has the number `day` since 1970: everything before it has been told. */
  | { readonly type: 'klokke'; readonly day: number; readonly at: number }

export const dayMs = 24 * 60 * 60 * 1000

/**
 * The same happenings give the same steps. They come in order of time; every day that begins between the first and the day
 * after the last is struck once. `spanMs`: no batch holds more simulated time than this. A batch is one transaction of
 * a service, and no larger than one of meldinger.
 */
export function* stepsOf(hendelser: Iterable<Hendelse>, spanMs = dayMs): Generator<Step> {
  let number = 0
  let batch: Hendelse[] = []
  let day: number | undefined
  for (const hendelse of hendelser) {
    const today = Math.floor(hendelse.at / dayMs)
    const isFull = batch.length >= batchMaxDefault || hendelse.at - (batch[0]?.at ?? hendelse.at) > spanMs
    if (batch.length > 0 && (isFull || today !== day)) {
      yield toStep(number++, batch)
      batch = []
    }
    for (let next = (day ?? today) + 1; next <= today; next++) yield klokke(next)
    day = today
    batch.push(hendelse)
  }
  if (batch.length > 0) yield toStep(number, batch)
  if (day !== undefined) yield klokke(day + 1)
}

const klokke = (day: number): Step => ({ type: 'klokke', day, at: day * dayMs })

function toStep(number: number, hendelser: readonly Hendelse[]): Step {
  return { type: 'hendelser', number, at: hendelser.at(-1)?.at ?? 0, hendelser }
}
