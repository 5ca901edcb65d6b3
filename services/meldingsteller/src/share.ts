/** What one leg adds to every account of the books: the difference between two of them is what a fact changes. */
import { type Leg, statusOf } from './state.ts'

export const accounts = [
  'sent',
  'unique',
  'delivered',
  'rejected',
  'dead',
  'inFlight',
  'duplicated',
  'unmatched',
  'receiptsOk',
  'receiptsRejected',
  'receiptsPartlyOk'
] as const
export type Account = (typeof accounts)[number]
export type Share = Readonly<Record<Account, number>>

/** sent = delivered + rejected + dead + inFlight holds for every leg, so it holds for all. */
export function shareOf(leg: Leg | undefined): Share {
  if (leg === undefined) return nothing
  const { sendings, receipt, further } = leg
  const status = statusOf(leg)
  const isSeen = sendings > 0
  return {
    sent: sendings,
    unique: isSeen ? 1 : 0,
    delivered: status === 'delivered' ? sendings : 0,
    rejected: status === 'rejected' ? sendings : 0,
    dead: status === 'dead' ? sendings : 0,
    inFlight: status === 'in flight' ? sendings : 0,
    duplicated: further?.duplicated ?? 0,
    unmatched: !isSeen && receipt !== undefined ? 1 : 0,
    receiptsOk: isSeen && receipt?.status === '1' ? 1 : 0,
    receiptsRejected: isSeen && receipt?.status === '2' ? 1 : 0,
    receiptsPartlyOk: isSeen && receipt?.status === '3' ? 1 : 0
  }
}

const nothing: Share = {
  sent: 0,
  unique: 0,
  delivered: 0,
  rejected: 0,
  dead: 0,
  inFlight: 0,
  duplicated: 0,
  unmatched: 0,
  receiptsOk: 0,
  receiptsRejected: 0,
  receiptsPartlyOk: 0
}

/** Simulated seconds from GenDate to the receipt; undefined until both have been seen. */
export const receiptDelaySeconds = ({ sendings, receipt, sentAt }: Leg): number | undefined =>
  sendings > 0 && receipt !== undefined ? Math.max(0, receipt.at - sentAt) / 1000 : undefined
