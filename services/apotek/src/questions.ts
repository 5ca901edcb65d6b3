/** The look-ups of a pharmacy: what it asks Reseptformidleren, with ids that follow from why it asks. */
import type { Hendelse } from '@budstikka/landscape'
import {
  enterpriseAddressOf,
  derivedUuid,
  type Melding,
  type Party,
  type Payload,
  payloadOf
} from '@budstikka/meldinger'

const minuteMs = 60_000
const nei = { V: '2', DN: 'Nei' }
/** Who asks at the pharmacy: our choice, nobody's HPR number. */
const AnsattId = '990000000'

/** M9.1: all that the patient can get. */
export const asksForList = (hendelse: Hendelse, parties: Parties): Melding =>
  question(hendelse, parties, {
    type: 'ERM91',
    before: 2 * minuteMs,
    payload: payloadOf('M9.1', {
      Fnr: hendelse.patient,
      AlleResepter: nei,
      AnsattId,
      InkluderVergeinnsynsreservasjon: nei
    })
  })

/** M9.3: the one that the patient came for. */
export function takesInHand(
  hendelse: Hendelse,
  parties: Parties,
  about: { reseptId: string; m91: string; m92: string }
): Melding {
  const melding = question(hendelse, parties, {
    type: 'ERM93',
    before: minuteMs,
    payload: payloadOf('M9.3', { ReseptId: about.reseptId, AnsattId })
  })
  const conversation = { refToParent: about.m92, refToConversation: about.m91 }
  return { ...melding, envelope: { ...melding.envelope, conversation } }
}

type Parties = { readonly from: Party; readonly to: Party }

function question(
  { id, at }: Hendelse,
  { from, to }: Parties,
  { type, before, payload }: { type: string; before: number; payload: Payload }
): Melding {
  const asked = at - before
  return {
    envelope: {
      type,
      msgId: derivedUuid(asked, type, id, from.herId),
      genDate: new Date(asked).toISOString(),
      sender: enterpriseAddressOf(from),
      receiver: enterpriseAddressOf(to),
      copies: []
    },
    payload,
    attachments: []
  }
}
