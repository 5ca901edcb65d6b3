/** What a prescriber asks Reseptformidleren before sending a melding: the same doctor, with ids that follow from why it is asked. */
import { type Hendelse, msgIdOf, rekvirentAddress } from '@budstikka/landscape'
import {
  derivedUuid,
  enterpriseAddressOf,
  type Melding,
  type Party,
  type Payload,
  payloadOf
} from '@budstikka/meldinger'

const minuteMs = 60_000
const nei = { V: '2', DN: 'Nei' }
const uncompressed = { Komprimering: '0' }

export type Parties = { readonly from: Party; readonly to: Party }

/** M4.1: one reference number. */
export const asksForRefNr = (hendelse: Hendelse, parties: Parties): Melding =>
  question(hendelse, parties, { type: 'ERM41', before: minuteMs, payload: payloadOf('M4.1', { Antall: '1' }) })

/** M9.11: the patient's medicine list, as it is. */
export const asksForMedicineList = (hendelse: Hendelse, parties: Parties): Melding =>
  question(hendelse, parties, {
    type: 'ERM911',
    before: minuteMs,
    payload: payloadOf('M9.11', { Fnr: hendelse.patient, ...uncompressed })
  })

/** M9.5: what the patient has. */
export const asksForList = (hendelse: Hendelse, parties: Parties): Melding =>
  question(hendelse, parties, {
    type: 'ERM95',
    before: 2 * minuteMs,
    payload: payloadOf('M9.5', { Fnr: hendelse.patient, AlleResepter: nei, RefNr: [], ...uncompressed })
  })

/** M9.7: what was dispensed on one of them. */
export const asksForUtleveringer = (hendelse: Hendelse, parties: Parties, ReseptId: string): Melding =>
  question(hendelse, parties, {
    type: 'ERM97',
    before: minuteMs,
    payload: payloadOf('M9.7', { ReseptId, ...uncompressed })
  })

function question(
  { id, at, first = id, firstAt = at }: Hendelse,
  { from, to }: Parties,
  { type, before, payload }: { readonly type: string; readonly before: number; readonly payload: Payload }
): Melding {
  const asked = at - before
  return {
    envelope: {
      type,
      msgId: derivedUuid(asked, type, id, from.herId),
      genDate: new Date(asked).toISOString(),
      sender: rekvirentAddress(from, msgIdOf(firstAt, first)),
      receiver: enterpriseAddressOf(to),
      copies: []
    },
    payload,
    attachments: []
  }
}
