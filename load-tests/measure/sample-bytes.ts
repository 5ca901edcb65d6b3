/** How many bytes a melding and an AppRec have on the wire, from a share of those that are really sent. */
import type { Bus } from '@budstikka/transport'

export type MeanBytes = { readonly melding: number; readonly appRec: number; readonly sampled: number }

/** One of the 64 partitions: a patient's meldinger, so neither kind is favoured. */
const shareOfAll = 'melding.*.*.*.*.00'

/** Listens until `signal` is aborted; the answer is the mean so far. */
export function sampleBytes(bus: Bus, signal: AbortSignal): () => MeanBytes {
  const sums = { melding: 0, meldinger: 0, appRec: 0, appRecs: 0 }
  void listen().catch((error) => {
    if (!signal.aborted) throw error
  })
  return () => {
    const { melding, meldinger, appRec, appRecs } = sums
    if (meldinger === 0 || appRecs === 0) throw new Error('expected a melding and its AppRec in the sample, got none')
    return {
      melding: Math.round(melding / meldinger),
      appRec: Math.round(appRec / appRecs),
      sampled: meldinger + appRecs
    }
  }

  async function listen(): Promise<void> {
    for await (const { subject, body } of bus.tail('MELDINGER', [shareOfAll], 1, signal)) {
      if (subject.split('.')[4] === 'APPREC') {
        sums.appRec += body.length
        sums.appRecs++
      } else {
        sums.melding += body.length
        sums.meldinger++
      }
    }
  }
}
