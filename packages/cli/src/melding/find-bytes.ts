/** Finds the bytes of a melding in the stream. */
import { setTimeout as wait } from 'node:timers/promises'
import { headerNames } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'

/** Nothing more has come for so long: the whole stream has been read. */
const quietMs = 1_500

/** Undefined when it is no longer there. Reads only what went from that sender to that receiver. */
export async function findBytes(
  bus: Bus,
  melding: { readonly msgId: string; readonly from: string; readonly to: string; readonly type: string },
  signal: AbortSignal
): Promise<Uint8Array | undefined> {
  const stop = new AbortController()
  const subject = `melding.*.${melding.to}.${melding.from}.${melding.type}.>`
  const messages = bus.tail('MELDINGER', [subject], 1, AbortSignal.any([signal, stop.signal]))[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([messages.next(), wait(quietMs)])
      if (next === undefined || next.done) return undefined
      if (next.value.header(headerNames.msgId) === melding.msgId) return next.value.body
    }
  } finally {
    stop.abort()
  }
}
