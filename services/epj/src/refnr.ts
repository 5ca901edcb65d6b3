/** The reference numbers that were asked for, written on the prescriptions that they are for. */
import { Hendelse } from '@budstikka/landscape'
import { contentOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { z } from 'zod'

/** What an event holds once the prescribers' look-ups are answered: reference numbers by the MsgId of the M1. */
export const Prepared = z.object({ hendelser: z.array(Hendelse), refNumre: z.record(z.string(), z.string()) })
export type Prepared = z.infer<typeof Prepared>

const Asked = z.object({ refNumre: Prepared.shape.refNumre.optional() })

/** None where nothing was asked for. */
export const refNumreIn = (data: unknown): Readonly<Record<string, string>> =>
  Asked.safeParse(data).data?.refNumre ?? {}

export function withRefNr(melding: Melding, refNumre: Readonly<Record<string, string>>): Melding {
  const RefNr = refNumre[melding.envelope.msgId]
  const read = RefNr === undefined ? undefined : contentOf(melding.payload, 'M1')
  return read?.type === 'content' ? { ...melding, payload: payloadOf('M1', { ...read.content, RefNr }) } : melding
}
