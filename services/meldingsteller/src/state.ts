/** What is remembered of a melding: one row per MsgId, one leg per receiver, and what a leg adds to the books. */
import type { LegStatus } from '@budstikka/landscape'

/** A melding (MsgId, from, to): the unit that gets one receipt. */
export type Leg = {
  readonly from: string
  readonly to: string
  /** '' and 0 until a sending has been seen: the streams are read apart, so what is said of it may come first. */
  readonly meldingType: string
  readonly sentAt: number
  /** Real time of the first sending, milliseconds since 1970. */
  readonly storedAt: number
  readonly sendings: number
  /** The latest sendings, to know them again. */
  readonly attempts: readonly string[]
  /** The first receipt is the one that holds; `role` is PRIM or COP (list 8112). */
  readonly receipt?: {
    readonly id: string
    readonly status: '1' | '2' | '3'
    readonly role: string
    readonly at: number
    readonly storedAt: number
    /** `<list>:<code>` of each error, with commas between. */
    readonly errors: string
  }
  /** Receipts after the first: the latest ids, to know them again, the roles, and how many were one too many. */
  readonly further?: { readonly ids: readonly string[]; readonly roles: readonly string[]; readonly duplicated: number }
  readonly dead?: { readonly letter: string; readonly reason: string; readonly service: string }
}
export type Row = readonly Leg[]

export const newLeg = (from: string, to: string): Leg => ({
  from,
  to,
  meldingType: '',
  sentAt: 0,
  storedAt: 0,
  sendings: 0,
  attempts: []
})

export const legOf = (row: Row, from: string, to: string): Leg | undefined =>
  row.find((leg) => leg.from === from && leg.to === to)

/** A sender that has moved gets its receipt where it is now, so the receiver alone must do where nothing fits better. */
export const legAnsweredBy = (row: Row, from: string, to: string): Leg | undefined =>
  legOf(row, from, to) ?? row.find((leg) => leg.to === to && leg.sendings > 0)

export const withLeg = (row: Row, leg: Leg): Row => [
  ...row.filter((other) => other.from !== leg.from || other.to !== leg.to),
  leg
]

/** A resend shares the outcome of its melding, since duplicates get no AppRec of their own (HITS 1168 §5.4). */
export function statusOf(leg: Leg): LegStatus {
  if (leg.sendings === 0) return 'not seen'
  if (leg.receipt !== undefined) return leg.receipt.status === '2' ? 'rejected' : 'delivered'
  return leg.dead === undefined ? 'in flight' : 'dead'
}

export const isInFlight = (leg: Leg): boolean => statusOf(leg) === 'in flight'

/** As lists: a row is written up to three times, and names of fields would be more than half of it. */
export const encodeRow = (row: Row): string => JSON.stringify(row.map(listOf))

export function decodeRow(value: string): Row {
  const lists: ReturnType<typeof listOf>[] = JSON.parse(value)
  return lists.map(([from, to, meldingType, sentAt, storedAt, sendings, attempts, receipt, further, dead]) => ({
    from,
    to,
    meldingType,
    sentAt,
    storedAt,
    sendings,
    attempts,
    ...(receipt && { receipt: receiptOf(receipt) }),
    ...(further && { further }),
    ...(dead && { dead })
  }))
}

type Receipt = NonNullable<Leg['receipt']>
const receiptOf = ([id, status, role, at, storedAt, errors = '']: ReturnType<typeof listOfReceipt>): Receipt => ({
  id,
  status,
  role,
  at,
  storedAt,
  errors
})

function listOf(leg: Leg) {
  const { from, to, meldingType, sentAt, storedAt, sendings, attempts, receipt, further, dead } = leg
  const answer = receipt && listOfReceipt(receipt)
  // Mostly there is nothing further, and nobody is dead.
  return further || dead
    ? ([from, to, meldingType, sentAt, storedAt, sendings, attempts, answer, further, dead] as const)
    : ([from, to, meldingType, sentAt, storedAt, sendings, attempts, answer] as const)
}

/** Mostly there are no errors. */
const listOfReceipt = ({ id, status, role, at, storedAt, errors }: Receipt) =>
  errors === '' ? ([id, status, role, at, storedAt] as const) : ([id, status, role, at, storedAt, errors] as const)
