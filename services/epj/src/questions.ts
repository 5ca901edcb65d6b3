/** What a prescriber asks Reseptformidleren before sending a melding: the same doctor, with ids that follow from why it is asked. */
import { type Hendelse, msgIdOf, rekvirentAddress } from '@budstikka/landscape'
import { type Melding, type Payload, payloadOf } from '@budstikka/meldinger'
import { type AskingParties, questionMelding } from '@budstikka/service'

const minuteMs = 60_000
const nei = { V: '2', DN: 'Nei' }
const uncompressed = { Komprimering: '0' }

/** M4.1: one reference number. */
export const asksForRefNr = (hendelse: Hendelse, parties: AskingParties): Melding =>
  question(hendelse, parties, { type: 'ERM41', before: minuteMs, payload: payloadOf('M4.1', { Antall: '1' }) })

/** M9.11: the patient's medicine list, as it is. */
export const asksForMedicineList = (hendelse: Hendelse, parties: AskingParties): Melding =>
  question(hendelse, parties, {
    type: 'ERM911',
    before: minuteMs,
    payload: payloadOf('M9.11', { Fnr: hendelse.patient, ...uncompressed })
  })

/** M9.5: what the patient has. */
export const asksForList = (hendelse: Hendelse, parties: AskingParties): Melding =>
  question(hendelse, parties, {
    type: 'ERM95',
    before: 2 * minuteMs,
    payload: payloadOf('M9.5', { Fnr: hendelse.patient, AlleResepter: nei, RefNr: [], ...uncompressed })
  })

/** M9.7: what was dispensed on one of them. */
export const asksForUtleveringer = (hendelse: Hendelse, parties: AskingParties, ReseptId: string): Melding =>
  question(hendelse, parties, {
    type: 'ERM97',
    before: minuteMs,
    payload: payloadOf('M9.7', { ReseptId, ...uncompressed })
  })

const question = (
  hendelse: Hendelse,
  parties: AskingParties,
  what: { readonly type: string; readonly before: number; readonly payload: Payload }
): Melding => {
  const { id, at, first = id, firstAt = at } = hendelse
  const sender = rekvirentAddress(parties.from, msgIdOf(firstAt, first))
  return questionMelding(hendelse, { ...parties, sender }, what)
}
