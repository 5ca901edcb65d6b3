/** Finds in the stream, as long as they stand there, the bytes of a melding and the receipt that answered it. */
import { setTimeout as wait } from 'node:timers/promises'
import type { JourneyLeg } from '@budstikka/landscape'
import { type AppRec, decodeMelding, readXml } from '@budstikka/meldinger'
import { headerNames } from '@budstikka/service'
import type { Bus, InMessage } from '@budstikka/transport'

/** Nothing more has come for so long: the whole stream has been read. */
const quietMs = 1_500

type Leg = Pick<JourneyLeg, 'from' | 'to' | 'type'>

/** Undefined when it is no longer there: what everybody has settled is trimmed. */
export async function findBytes(
  bus: Bus,
  { from, to, type, msgId }: Leg & { readonly msgId: string },
  signal: AbortSignal
): Promise<Uint8Array | undefined> {
  const isIt = ({ header }: InMessage) => header(headerNames.msgId) === msgId
  return (await find(bus, `melding.*.${to}.${from}.${type}.>`, isIt, signal))?.body
}

/** The receipt itself, whose text no header holds; undefined when it is no longer there. */
export async function findReceipt(
  bus: Bus,
  { from, to, id }: Pick<Leg, 'from' | 'to'> & { /** The AppRec's own. */ readonly id: string },
  signal: AbortSignal
): Promise<AppRec | undefined> {
  const isIt = ({ header }: InMessage) => header(headerNames.msgId) === id
  const found = await find(bus, `melding.*.${from}.${to}.APPREC.>`, isIt, signal)
  const root = found && readXml(found.body)
  if (root === undefined || 'reason' in root) return undefined
  const decoded = decodeMelding(root)
  return decoded.type === 'appRec' ? decoded.appRec : undefined
}

/** Reads only what has the subject. */
async function find(
  bus: Bus,
  subject: string,
  isIt: (message: InMessage) => boolean,
  signal: AbortSignal
): Promise<InMessage | undefined> {
  if ((await bus.standing('MELDINGER')).messages === 0) return undefined
  const stop = new AbortController()
  const messages = bus.tail('MELDINGER', [subject], 1, AbortSignal.any([signal, stop.signal]))[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([messages.next(), wait(quietMs)])
      if (next === undefined || next.done) return undefined
      if (isIt(next.value)) return next.value
    }
  } finally {
    stop.abort()
  }
}
