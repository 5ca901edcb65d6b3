/** What Reseptformidleren answered before a prescriber sent something, written in what is sent. */
import { Hendelse } from '@budstikka/landscape'
import { contentOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { z } from 'zod'

const Svar = z.object({
  /** The reference number that an M1 is to have. */
  refNr: z.string().optional(),
  /** MsgId of the list that an M25.1 follows. */
  refMsgId: z.string().optional()
})
export type Svar = z.infer<typeof Svar>

/** What an event holds once the prescribers' look-ups are answered: the answers by the MsgId of what is sent. */
export const Prepared = z.object({ hendelser: z.array(Hendelse), svar: z.record(z.string(), Svar) })
export type Prepared = z.infer<typeof Prepared>

const Asked = z.object({ svar: Prepared.shape.svar.optional() })

/** None where nothing was asked. */
export const svarIn = (data: unknown): Prepared['svar'] => Asked.safeParse(data).data?.svar ?? {}

export function withSvar(melding: Melding, { refNr, refMsgId }: Svar): Melding {
  const { envelope, payload } = melding
  const read = refNr === undefined ? undefined : contentOf(payload, 'M1')
  return {
    ...melding,
    ...(read?.type === 'content' && { payload: payloadOf('M1', { ...read.content, RefNr: refNr }) }),
    // As the official example: both references are to the list before.
    ...(refMsgId !== undefined && {
      envelope: { ...envelope, conversation: { refToParent: refMsgId, refToConversation: refMsgId } }
    })
  }
}
