/** Sends a melding many times over, each with an id of its own, so many at once, and waits for every AppRec. */
import type { Landscape } from '@budstikka/landscape'
import { derivedUuid, encodeMelding, herIdOf, type Melding } from '@budstikka/meldinger'
import { headerNames, meldingSubject, newTraceparent, partitionOf, transportId } from '@budstikka/service'
import type { Bus, OutMessage } from '@budstikka/transport'
import { bar } from '../measure/bar.ts'

export type SendAll = {
  readonly bus: Bus
  readonly landscape: Landscape
  readonly melding: Melding
  readonly count: number
  /** Without an AppRec, at most. */
  readonly window: number
}
export type SentAll = {
  readonly perSecond: number
  readonly receipts: number
  /** Of them, those with status 2 (list 8258). */
  readonly refused: number
  readonly appRecBytes: number
  /** From the first attempt to publish until the AppRec is read, in ms. */
  readonly delays: readonly number[]
}

/** A receipt that has not come after this is not coming. */
const silenceMs = 20_000

export const bytesOf = (melding: Melding) => Buffer.from(encodeMelding(melding))

/** Throws when no AppRec has come for long, or when `signal` is aborted. */
export async function sendAll(options: SendAll, signal: AbortSignal): Promise<SentAll> {
  const { bus, melding, count, window } = options
  const from = herIdOf(melding.envelope.sender) ?? ''
  const heard = new AbortController()
  const stop = AbortSignal.any([signal, heard.signal])
  const [show, sentAt, delays] = [
    bar(`${bytesOf(melding).length} bytes`, count),
    new Map<string, number>(),
    [] as number[]
  ]
  let [published, refused, appRecBytes] = [0, 0, 0]
  let silence = setTimeout(
    () => heard.abort(new Error(`expected an AppRec within ${silenceMs} ms, none came`)),
    silenceMs
  )
  const begunAt = performance.now()
  const receipts = bus.tail('MELDINGER', [`melding.*.${from}.*.APPREC.>`], 'new', stop)[Symbol.asyncIterator]()
  try {
    for (let next = receipts.next(); ; next = receipts.next()) {
      while (published < count && sentAt.size < window) publish()
      const { value: message, done } = await next
      if (done) throw stop.reason
      const at = sentAt.get(message.header(headerNames.refToParent) ?? '')
      if (at === undefined) continue
      sentAt.delete(message.header(headerNames.refToParent) ?? '')
      silence = silence.refresh()
      delays.push(performance.now() - at)
      if (message.header(headerNames.appRecStatus) === '2') refused++
      appRecBytes = message.body.length
      show(delays.length)
      if (delays.length === count) break
    }
  } finally {
    clearTimeout(silence)
    heard.abort()
  }
  const seconds = (performance.now() - begunAt) / 1_000
  return { perSecond: count / seconds, receipts: delays.length, refused, appRecBytes, delays }

  function publish(): void {
    const msgId = derivedUuid(Date.now(), 'size', from, String(published++), String(begunAt))
    sentAt.set(msgId, performance.now())
    bus.publish([messageOf(options, msgId)], stop).catch((error: unknown) => heard.abort(error))
  }
}

function messageOf({ melding: plain, landscape }: SendAll, msgId: string): OutMessage {
  const melding = { ...plain, envelope: { ...plain.envelope, msgId } }
  const { sender, receiver, genDate, type: meldingType } = melding.envelope
  const [from, to] = [herIdOf(sender) ?? '', herIdOf(receiver) ?? '']
  const tjeneste = landscape.party(to)?.tjeneste
  if (tjeneste === undefined) throw new Error('expected a receiver of this landscape, got another')
  const id = transportId(from, msgId, to, 0)
  return {
    subject: meldingSubject({ tjeneste, to, from, meldingType, partition: partitionOf(melding) }),
    id,
    headers: {
      [headerNames.msgId]: msgId,
      [headerNames.time]: String(Date.parse(genDate)),
      [headerNames.traceparent]: newTraceparent(id, 0)
    },
    body: bytesOf(melding)
  }
}
