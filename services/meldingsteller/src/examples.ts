/** Examples for the tests: messages between a hospital, a municipality and a GP office, and their register. */
import { Party, type Register } from '@budstikka/meldinger'
import { createRegister, deadSubject, headerNames, meldingSubject, transportId } from '@budstikka/service'
import type { InMessage, OutMessage, Store } from '@budstikka/transport'
import { type Ledger, openLedger } from './ledger.ts'

export const hospital = '1001'
export const municipality = '2002'
export const gpOffice = '3003'
/** 2 March 2019, noon UTC. */
export const noon = Date.UTC(2019, 2, 2, 12)
export const hourMs = 3_600_000

type Sent = {
  readonly msgId: string
  readonly from?: string
  readonly to?: string
  readonly type?: string
  readonly at?: number
  readonly attempt?: number
}

/** A LOG_INNLAGT from the hospital to the municipality, unless told otherwise. */
export function sending(sent: Sent): OutMessage {
  const { msgId, from = hospital, to = municipality, type = 'LOG_INNLAGT', at = noon, attempt = 0 } = sent
  return {
    subject: meldingSubject({ tjeneste: '8663-KP02', to, from, meldingType: type, partition: 7 }),
    id: transportId(from, msgId, to, attempt),
    headers: { [headerNames.msgId]: msgId, [headerNames.time]: String(at) },
    body: new Uint8Array()
  }
}

/** The receipt of that sending, a minute later and OK, unless told otherwise. */
export function receipt(
  sent: Sent & { readonly status?: string; readonly id?: string; readonly role?: string; readonly errors?: string }
): OutMessage {
  const {
    msgId,
    from = hospital,
    to = municipality,
    status = '1',
    id = `receipt-${msgId}`,
    role,
    errors,
    at = noon + 60_000
  } = sent
  return {
    subject: meldingSubject({ tjeneste: '8661-S03', to: from, from: to, meldingType: 'APPREC', partition: 7 }),
    id: transportId(to, id, from),
    headers: {
      [headerNames.msgId]: id,
      [headerNames.time]: String(at),
      [headerNames.refToParent]: msgId,
      [headerNames.appRecStatus]: status,
      ...(role !== undefined && { [headerNames.appRecRole]: role }),
      ...(errors !== undefined && { [headerNames.appRecErrors]: errors })
    },
    body: new Uint8Array()
  }
}

export function deadLetter(original: OutMessage, reason = 'transport:not-well-formed-xml'): OutMessage {
  return {
    subject: deadSubject('pleie-omsorg'),
    id: `dead.pleie-omsorg.${original.id}`,
    headers: {
      ...original.headers,
      [headerNames.reason]: reason,
      [headerNames.originalId]: original.id,
      [headerNames.originalSubject]: original.subject
    },
    body: original.body
  }
}

/** Real time, apart from the simulated: a second a position. */
export const storedAt = (position: number) => Date.UTC(2026, 0, 5) + position * 1_000

/** As they come out of a stream, from a position on. */
export const arrived = (messages: readonly OutMessage[], from = 1): InMessage[] =>
  messages.map(({ subject, id, headers, body }, index) => ({
    subject,
    id,
    body,
    header: (name) => headers[name],
    position: from + index,
    attempt: 1,
    storedAt: storedAt(from + index)
  }))

const party = (herId: string, businessType: string, municipality?: string) =>
  Party.parse({
    herId,
    name: `Part ${herId}`,
    tjeneste: '8663-KP02',
    organisation: { herId: `9${herId}`, name: `Virksomhet ${herId}`, organisationNumber: `99${herId}`, businessType },
    ...(municipality !== undefined && { municipality }),
    active: true
  })

export const register: Register & { readonly all: () => readonly Party[] } = createRegister([
  party(hospital, '101'),
  party(municipality, '102'),
  party(gpOffice, '103', '1201')
])

export const ledgerOn = (store: Store, options: { pairsMax?: number; cellsMax?: number } = {}): Ledger =>
  openLedger({
    store,
    register,
    year: 2019,
    pairsMax: 2_000,
    cellsMax: 50_000,
    rememberMs: 90 * 24 * hourMs,
    ...options
  })
