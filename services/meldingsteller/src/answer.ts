/** What the ledger answers: its totals as books, a row as the journey of a melding. */
import type { Journey, JourneyLeg, TellerBooks } from '@budstikka/landscape'
import { type Leg, type Row, statusOf } from './state.ts'
import type { Totals } from './totals.ts'

export function booksOf(totals: Totals): TellerBooks {
  const ok = totals.get('receiptsOk') + totals.get('receiptsPartlyOk')
  const rejected = totals.get('receiptsRejected')
  return {
    sent: totals.get('sent'),
    delivered: totals.get('delivered'),
    rejected: totals.get('rejected'),
    dead: totals.get('dead'),
    inFlight: totals.get('inFlight'),
    lost: totals.get('lost'),
    duplicated: totals.get('duplicated'),
    unique: totals.get('unique'),
    receipts: { ok, rejected, missing: totals.get('unique') - ok - rejected },
    unmatched: totals.get('unmatched'),
    spoofed: totals.get('spoofed'),
    unreadable: totals.get('unreadable'),
    deadLetters: totals.startingWith('letters.'),
    positions: { MELDINGER: totals.get('position.MELDINGER'), DEAD: totals.get('position.DEAD') },
    latest: totals.get('latest')
  }
}

export const journeyOf = (msgId: string, row: Row): Journey => ({ msgId, legs: row.map(journeyLeg) })

const journeyLeg = (leg: Leg): JourneyLeg => ({
  from: leg.from,
  to: leg.to,
  type: leg.meldingType,
  sentAt: leg.sentAt,
  storedAt: leg.storedAt,
  sendings: leg.sendings,
  status: statusOf(leg),
  ...(leg.receipt && { receipt: receiptOf(leg.receipt) }),
  duplicated: leg.further?.duplicated ?? 0,
  ...(leg.dead && { dead: { reason: leg.dead.reason, service: leg.dead.service } })
})

const receiptOf = ({ id, status, at, storedAt, errors }: NonNullable<Leg['receipt']>) => ({
  id,
  status,
  at,
  storedAt,
  errors: errors === '' ? [] : errors.split(',')
})
