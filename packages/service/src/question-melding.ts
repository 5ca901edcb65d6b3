/** A question to another service in the standards' own XML: a melding with an id that follows from why it is asked. */
import {
  type Address,
  derivedUuid,
  enterpriseAddressOf,
  type Melding,
  type Party,
  type Payload
} from '@budstikka/meldinger'

export type AskingParties = { readonly from: Party; readonly to: Party }

/** Asked `before` ms ahead of what it is for, which has `id` and happens `at`; `sender`: default the enterprise alone. */
export function questionMelding(
  { id, at }: { readonly id: string; readonly at: number },
  { from, to, sender = enterpriseAddressOf(from) }: AskingParties & { readonly sender?: Address },
  { type, before, payload }: { readonly type: string; readonly before: number; readonly payload: Payload }
): Melding {
  const asked = at - before
  return {
    envelope: {
      type,
      msgId: derivedUuid(asked, type, id, from.herId),
      genDate: new Date(asked).toISOString(),
      sender,
      receiver: enterpriseAddressOf(to),
      copies: []
    },
    payload,
    attachments: []
  }
}
