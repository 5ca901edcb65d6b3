/** A melding as its sender puts it on the exchange. */
import { encodeMelding, type Melding, type Party } from '@budstikka/meldinger'
import { headerNames, meldingSubject, partitionOf, transportId } from '@budstikka/service'
import type { OutMessage } from '@budstikka/transport'

/** `from`: HER-id (level 2). */
export function messageOf(melding: Melding, from: string, { herId: to, tjeneste }: Party): OutMessage {
  const { msgId, genDate, type: meldingType } = melding.envelope
  return {
    subject: meldingSubject({ tjeneste, to, from, meldingType, partition: partitionOf(melding) }),
    id: transportId(from, msgId, to),
    headers: { [headerNames.msgId]: msgId, [headerNames.time]: String(Date.parse(genDate)) },
    body: Buffer.from(encodeMelding(melding))
  }
}
