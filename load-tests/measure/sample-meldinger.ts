/** What a share of the meldinger that are really sent tells: how large they are, and how long a receipt takes. */
import { headerNames } from '@budstikka/service'
import type { Bus, InMessage } from '@budstikka/transport'

export type MeanBytes = { readonly melding: number; readonly appRec: number; readonly sampled: number }
/** When a melding was seen on the exchange, in ms of performance.now(), and how long after it its first receipt was. */
export type Receipted = { readonly seenAt: number; readonly delayMs: number }
export type Sampler = { meanBytes(): MeanBytes; readonly receipted: readonly Receipted[] }

/** A partition is a patient's meldinger, so neither kind is favoured. */
const subjectOf = (partition: number) => `melding.*.*.*.*.${String(partition).padStart(2, '0')}`
/** Meldinger whose receipt is still looked out for. */
const awaitedMax = 100_000

/** What is heard when nobody asks for more: to read on costs the exchange. */
const sampleMax = 4_000

/** Listens to so many of the 64 partitions until `signal` is aborted; undefined: to the first of all. */
export function sampleMeldinger(bus: Bus, partitions: number | undefined, signal: AbortSignal): Sampler {
  const sums = { melding: 0, meldinger: 0, appRec: 0, appRecs: 0 }
  const seen = new Map<string, number>()
  const receipted: Receipted[] = []
  void listen().catch((error) => {
    if (!signal.aborted) throw error
  })
  return {
    receipted,
    meanBytes() {
      const { melding, meldinger, appRec, appRecs } = sums
      if (meldinger === 0 || appRecs === 0) throw new Error('expected a melding and its AppRec in the sample, got none')
      const sampled = meldinger + appRecs
      return { melding: Math.round(melding / meldinger), appRec: Math.round(appRec / appRecs), sampled }
    }
  }

  async function listen(): Promise<void> {
    const subjects = Array.from({ length: partitions ?? 0 }, (_, partition) => subjectOf(partition))
    const isAll = subjects.length === 0 || subjects.length === 64
    for await (const message of bus.tail('MELDINGER', isAll ? ['melding.>'] : subjects, 1, signal)) {
      if (message.subject.split('.')[4] === 'APPREC') appRec(message)
      else melding(message)
      if (partitions === undefined && sums.meldinger + sums.appRecs >= sampleMax) return
    }
  }

  function melding(message: InMessage): void {
    sums.melding += message.body.length
    sums.meldinger++
    if (seen.size < awaitedMax) seen.set(message.header(headerNames.msgId) ?? '', performance.now())
  }

  function appRec(message: InMessage): void {
    sums.appRec += message.body.length
    sums.appRecs++
    const original = message.header(headerNames.refToParent) ?? ''
    const seenAt = seen.get(original)
    if (seenAt === undefined) return
    seen.delete(original)
    receipted.push({ seenAt, delayMs: performance.now() - seenAt })
  }
}
