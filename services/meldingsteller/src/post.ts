/** Posts one fact to every account that it changes. */
import type { FlowCounts } from '@budstikka/landscape'
import type { Register } from '@budstikka/meldinger'
import { delayBuckets } from './delay.ts'
import type { Fact } from './fact.ts'
import { count } from './handle.ts'
import type { Accounts } from './ledger.ts'
import { encodePlace } from './places.ts'
import { reasonLabel } from './reason.ts'
import { accounts, receiptDelaySeconds, type Share, shareOf } from './share.ts'
import { type Leg, legAnsweredBy, legOf, withLeg } from './state.ts'

const dayMs = 86_400_000

export function post(ledger: Accounts, fact: Fact): void {
  const { totals, rows } = ledger
  if (fact.type === 'unreadable') return totals.add('unreadable', 1)
  advance(ledger, fact.at)
  // The letter of a receipt says nothing of the melding, which keeps the state that it has.
  if (fact.type === 'dead' && fact.isReceipt) return countLetter(ledger, fact.reason)

  const row = rows.get(fact.msgId)
  const before = (fact.type === 'receipt' ? legAnsweredBy : legOf)(row, fact.from, fact.to)
  const after = count(before, fact)
  if (fact.type === 'dead' && after.dead?.letter === fact.letter && after !== before) countLetter(ledger, fact.reason)
  if (after === before) return
  if (fact.type === 'sending' && fact.isSpoofed) totals.add('spoofed', 1)
  rows.put(fact.msgId, withLeg(row, after), before, after)
  postDifference(ledger, before, after)
}

/** By this clock settled rows are forgotten, so one melding with a false time moves it by a day at most. */
function advance({ totals }: Accounts, at: number): void {
  const latest = totals.get('latest')
  if (at > latest) totals.set('latest', latest === 0 ? at : Math.min(at, latest + dayMs))
}

function postDifference(ledger: Accounts, before: Leg | undefined, after: Leg): void {
  const { totals, flow, days, sums, places, placeOf, typeOf, pairs, register } = ledger
  const was = shareOf(before)
  const is = shareOf(after)
  for (const account of accounts) totals.add(account, is[account] - was[account])
  if (before === undefined || receiptDelaySeconds(before) === undefined) observeDelay(ledger, after)
  if (after.sendings === 0) return

  const { from, to } = after
  const day = dayOf(after.sentAt)
  const change = flowChange(was, is)
  flow.add({ sender: from, receiver: to, type: after.meldingType, month: day.slice(0, 7) }, change)
  const byType = {
    sender: businessTypeOf(register, from),
    receiver: businessTypeOf(register, to),
    type: typeOf(after.meldingType),
    month: day
  }
  days.add(byType, change)
  sums.add(byType, change)
  if (change.sendings === 0) return
  pairs.add(from, to, after.meldingType, change.sendings)
  const place = { sender: encodePlace(placeOf(from)), receiver: encodePlace(placeOf(to)), type: 'all', month: 'all' }
  places.add(place, change)
}

const flowChange = (was: Share, is: Share): FlowCounts => ({
  sendings: is.sent - was.sent,
  unique: is.unique - was.unique,
  ok: is.delivered - was.delivered,
  rejected: is.rejected - was.rejected,
  dead: is.dead - was.dead
})

function countLetter({ totals }: Accounts, reason: string): void {
  const label = reasonLabel(reason)
  totals.add(`letters.${label}`, 1)
  if (label === 'spoofing') totals.add('spoofed', 1)
}

function observeDelay({ totals }: Accounts, leg: Leg): void {
  const seconds = receiptDelaySeconds(leg)
  if (seconds === undefined) return
  const bucket = delayBuckets.find((limit) => seconds <= limit) ?? '+Inf'
  totals.add(`delay.${bucket}`, 1)
  // Whole milliseconds: a sum of fractions would not be the same in another order.
  totals.add('delayMs', Math.round(seconds * 1000))
}

const businessTypeOf = (register: Register, herId: string) =>
  register.party(herId)?.organisation.businessType ?? 'unknown'

/** yyyy-mm-dd in UTC. The latest is remembered: time rises, so nearly every melding is of the same day as the one before. */
function dayOf(at: number): string {
  const number = Math.floor(at / dayMs)
  if (number !== latest.number) latest = { number, day: new Date(at).toISOString().slice(0, 10) }
  return latest.day
}
let latest = { number: 0, day: '1970-01-01' }
